//! Small numbers are not published, nor what would give them away (I-09).

/// The smallest threshold that protects: of counts below two, the total alone tells which are 1.
const LEAST_THRESHOLD: usize = 3;

/// I-09: parts of a known whole that may be published; `None` where one may not.
///
/// From 1 to below the threshold a count is suppressed. Where what is suppressed
/// could still be told from the total, the next larger count is suppressed too,
/// with all that equal it; where there is none, the noughts are. What is
/// suppressed then never adds up to a small number, and at least one other round
/// with the same total would be published with the very same numbers and gaps,
/// and with another number behind each gap. So it cannot be computed, not even by
/// somebody who knows this rule. Only a whole with a single part gives that part away.
///
/// Below two, nothing is suppressed; a threshold of two is taken as three.
pub fn i09_suppressed(counts: &[usize], below: usize) -> Vec<Option<usize>> {
    let below = i09_threshold(below);
    let small: Vec<usize> = positive(counts).filter(|count| *count < below).collect();
    if small.is_empty() {
        return counts.iter().copied().map(Some).collect();
    }
    let next = positive(counts).filter(|count| *count >= below).min();
    // Without a next one, zero as the least hides the noughts too.
    let (least, most) = match (can_be_told(&small, below), next) {
        (false, _) => (1, below - 1),
        (true, Some(next)) => (1, next),
        (true, None) => (0, below - 1),
    };
    counts.iter().map(|count| (*count < least || *count > most).then_some(*count)).collect()
}

/// I-09: the threshold that is kept to, of the one that is stated; nought where nothing is suppressed.
pub fn i09_threshold(stated: usize) -> usize {
    if stated < 2 { 0 } else { stated.max(LEAST_THRESHOLD) }
}

fn positive(counts: &[usize]) -> impl Iterator<Item = usize> {
    counts.iter().copied().filter(|count| *count > 0)
}

/// Whether small numbers can be told from their sum, which the total gives away: one alone can; so can
/// several if the sum is small itself, or all but the least or the greatest that it can be.
fn can_be_told(small: &[usize], below: usize) -> bool {
    let (number, sum) = (small.len(), small.iter().sum::<usize>());
    let greatest = number.saturating_mul(below - 1);
    number == 1 || sum < below || sum <= number + 1 || sum + 1 >= greatest
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn i09_small_counts_are_hidden_and_so_is_what_would_give_them_away() {
        let rows: [(&[usize], &[Option<usize>]); 13] = [
            (&[7, 9, 6], &[Some(7), Some(9), Some(6)]),
            (&[7, 2, 4], &[Some(7), None, None]),
            // One gap alone would be filled from the total.
            (&[7, 2, 9], &[None, None, Some(9)]),
            (&[7, 1, 0], &[None, None, Some(0)]),
            // Which of two equals is hidden would tell what the other gap holds.
            (&[9, 2, 6, 6], &[Some(9), None, None, None]),
            // Two cases besides the nine: one each, for a nought would be shown.
            (&[9, 1, 1], &[None, None, None]),
            (&[9, 4, 4], &[None, None, None]),
            (&[9, 1, 1, 1, 1, 1], &[None, None, None, None, None, None]),
            (&[4, 0, 0], &[None, None, None]),
            (&[0, 0, 1], &[None, None, None]),
            (&[0, 7, 8], &[Some(0), Some(7), Some(8)]),
            (&[5, 5], &[Some(5), Some(5)]),
            (&[], &[]),
        ];
        for (counts, want) in rows {
            assert_eq!(i09_suppressed(counts, 5), want, "{counts:?}");
        }
    }

    #[test]
    fn i09_a_threshold_hides_from_one_to_below_it() {
        assert_eq!(i09_suppressed(&[1, 2, 9], 0), [Some(1), Some(2), Some(9)]);
        assert_eq!(i09_suppressed(&[1, 2, 9], 1), [Some(1), Some(2), Some(9)]);
        assert_eq!(i09_suppressed(&[1, 3, 9], 2), [None, None, Some(9)]);
        assert_eq!(i09_suppressed(&[1, 2], usize::MAX), [None, None]);
    }

    /// What a reader has, and every number that each part can have behind it.
    type Readers = BTreeMap<(usize, Vec<Option<usize>>), Vec<BTreeSet<usize>>>;

    /// Every list of `parts` counts up to `most`, as it is published.
    fn published(parts: usize, most: usize, below: usize) -> Readers {
        let mut readers = Readers::new();
        let mut counts = vec![0; parts];
        loop {
            let shown = i09_suppressed(&counts, below);
            let behind = readers
                .entry((counts.iter().sum(), shown))
                .or_insert_with(|| vec![BTreeSet::new(); parts]);
            behind.iter_mut().zip(&counts).for_each(|(known, count)| {
                known.insert(*count);
            });
            let Some(at) = counts.iter().position(|count| *count < most) else { return readers };
            counts[at] += 1;
            counts[..at].fill(0);
        }
    }

    #[test]
    fn i09_nobody_can_work_a_hidden_count_out_even_knowing_the_rule() {
        for (parts, most, below) in
            [(2, 24, 5), (3, 14, 5), (4, 10, 5), (5, 7, 5), (6, 5, 4), (4, 9, 2)]
        {
            for ((total, shown), behind) in published(parts, most, below) {
                for (count, known) in shown.iter().zip(behind) {
                    // Lists with a count above `most` are not tried: there are more of them only.
                    assert!(count.is_some() || known.len() > 1, "{total} {shown:?}: {known:?}");
                }
            }
        }
    }

    proptest! {
        /// Any numbers: nothing small stays, nothing small adds up, and there is another round behind the same gaps.
        #[test]
        fn i09_what_is_hidden_stays_hidden(counts in vec(0_usize..60, 2..12), below in 3_usize..12) {
            let shown = i09_suppressed(&counts, below);
            prop_assert!(shown.iter().flatten().all(|count| *count == 0 || *count >= below));
            let gaps: Vec<usize> =
                counts.iter().zip(&shown).filter(|(_, shown)| shown.is_none()).map(|(count, _)| *count).collect();
            let all: usize = counts.iter().sum();
            let hidden: usize = gaps.iter().sum();
            prop_assert!(gaps.is_empty() || hidden >= below || hidden == all);
            for (at, _) in shown.iter().enumerate().filter(|(_, count)| count.is_none()) {
                prop_assert!(another(&counts, at, below), "{counts:?} {shown:?}: part {at} can be told");
            }
        }
    }

    /// Whether some other round with this total and another number in this part is published alike.
    fn another(counts: &[usize], at: usize, below: usize) -> bool {
        let shown = i09_suppressed(counts, below);
        let with = |part: usize, more: usize, mine: usize| {
            let mut other = counts.to_vec();
            (other[at], other[part]) = (mine, more);
            other[at] != counts[at] && i09_suppressed(&other, below) == shown
        };
        (0..counts.len()).filter(|part| *part != at).any(|part| {
            let both = counts[at] + counts[part];
            (0..=both).any(|mine| with(part, both - mine, mine))
        })
    }
}
