-- In how many cases panels found an issue or a strength of a theme, by period: `found` says whether they did.
-- `cases` and `suppressed` as in grades.sql. Rounds in which no panel used the theme are not in `rounds`.
SELECT
    r.period,
    t.theme,
    t.finding,
    CAST(t.found AS STRING) AS found,
    count(*) AS rounds,
    CAST(coalesce(sum(t.cases), 0) AS BIGINT) AS cases,
    CAST(sum(CASE WHEN t.suppressed THEN 1 ELSE 0 END) AS BIGINT) AS suppressed
FROM themes t
JOIN rounds r ON t.round = r.round
GROUP BY r.period, t.theme, t.finding, t.found
ORDER BY r.period, t.theme, t.finding, t.found
