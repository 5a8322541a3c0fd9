-- Where the actions of the plans stand, by period. `rounds` counts the rounds with any action there.
SELECT
    r.period,
    a.status,
    CAST(sum(CASE WHEN a.actions > 0 THEN 1 ELSE 0 END) AS BIGINT) AS rounds,
    CAST(sum(a.actions) AS BIGINT) AS actions,
    CAST(sum(a.escalated) AS BIGINT) AS escalated
FROM actions a
JOIN rounds r ON a.round = r.round
GROUP BY r.period, a.status
ORDER BY r.period, a.status
