-- How cases were judged, by period and area. Grades of two scales do not compare, so the scale is part of the key.
-- `cases` are those whose number is told; `suppressed` counts the rounds that do not tell theirs.
SELECT
    r.period,
    r.scale,
    g.area,
    g.grade,
    count(*) AS rounds,
    CAST(coalesce(sum(g.cases), 0) AS BIGINT) AS cases,
    CAST(sum(CASE WHEN g.suppressed THEN 1 ELSE 0 END) AS BIGINT) AS suppressed
FROM grades g
JOIN rounds r ON g.round = r.round
GROUP BY r.period, r.scale, g.area, g.grade
ORDER BY r.period, r.scale, g.area, g.grade
