-- How many rounds, cases and organisations there were in each period.
SELECT
    period,
    count(*) AS rounds,
    CAST(sum(cases) AS BIGINT) AS cases,
    CAST(sum(agencies) AS BIGINT) AS agencies
FROM rounds
GROUP BY period
ORDER BY period
