-- How questions were answered, by tool. `cases` and `suppressed` as in grades.sql.
SELECT
    r.tool,
    a.prompt,
    a.answer,
    count(*) AS rounds,
    CAST(coalesce(sum(a.cases), 0) AS BIGINT) AS cases,
    CAST(sum(CASE WHEN a.suppressed THEN 1 ELSE 0 END) AS BIGINT) AS suppressed
FROM answers a
JOIN rounds r ON a.round = r.round
GROUP BY r.tool, a.prompt, a.answer
ORDER BY r.tool, a.prompt, a.answer
