//! Which test proves which edge case of the field.
//!
//! The field's list has sixty-three. Whoever takes one away finds its number here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// By number, the name of a test that fails when the edge case is handled otherwise.
const PROVEN: &[(u8, &str)] = &[
    (1, "ec01_shared_words_are_copied_and_what_is_about_one_child_is_not"),
    (2, "ec02_children_of_one_family_under_different_plans_are_each_audited_in_their_own_words"),
    (3, "ec03_a_nil_return_that_another_agency_contradicts_is_asked_about"),
    (4, "ec04_an_agency_that_knows_only_a_parent_has_no_gap_where_it_could_not_see_the_child"),
    (5, "ec05_an_agency_whose_auditors_differ_is_brought_together_first"),
    (6, "a06_the_auditor_is_independent_and_experienced_and_declares_it_all"),
    (7, "ec07_a_return_that_comes_after_the_panel_counts_and_reopens_nothing_by_itself"),
    (8, "ec08_v04_an_answer_after_the_judgement_opens_the_case_again"),
    (9, "v03_two_second_versions_are_a_conflict_until_the_panel_chooses"),
    (10, "v02_the_same_file_under_another_name_changes_nothing"),
    (11, "v06_a_file_altered_after_signing_is_kept_apart_and_the_true_one_still_counts"),
    (
        12,
        "ec12_two_returns_that_seem_swapped_are_asked_about_in_one_file_and_never_mended_by_the_panel",
    ),
    (13, "ec13_a_case_taken_out_leaves_every_count_and_comes_back_whole"),
    (14, "ec14_of_two_authorities_what_one_cannot_know_is_no_gap_of_its_record"),
    (15, "ec15_grades_of_another_scale_are_shown_as_they_are_until_the_panel_grades_anew"),
    (16, "g14_a_qualifier_is_one_that_the_scale_has_for_the_grade"),
    (17, "g03_a_signed_return_that_grades_an_area_outstanding_is_kept_apart"),
    (18, "g04_truth_table_of_sr5"),
    (19, "g19_without_a_review_yet_the_review_area_is_set_aside"),
    (20, "ec20_insufficient_evidence_everywhere_is_not_good_and_is_a_concern_of_recording"),
    (21, "co06_a_graded_area_gives_a_reason"),
    (22, "co07_a_graded_area_states_the_impact"),
    (23, "ec23_agencies_two_grades_apart_are_judged_only_with_what_was_said_between_them"),
    (24, "ec24_a_grade_that_no_agency_gave_has_a_reason_of_thirty_words"),
    (25, "ec25_the_dissent_of_the_chair_and_of_one_agency_stays_beside_the_judgement"),
    (26, "c03_a_concern_is_listed_before_its_return_and_once_when_that_has_come"),
    (27, "ec27_the_panel_raises_a_concern_that_no_single_return_shows"),
    (28, "ec28_an_allegation_about_a_worker_is_in_no_copy_until_it_is_closed"),
    (29, "ec29_a_frozen_case_is_neither_judged_nor_published"),
    (30, "i03_nhs_numbers_are_found_by_their_check_digit"),
    (31, "i02_names_of_the_list_are_found_as_whole_words_in_any_case"),
    (32, "ec32_a_copy_holds_the_own_agencys_return_without_what_is_withheld"),
    (33, "ec33_no_copy_goes_out_before_somebody_made_sure_that_it_is_safe"),
    (34, "ec34_everything_of_one_case_and_nothing_of_another_is_there"),
    (35, "ec35_a_child_set_apart_by_its_details_is_cleared_or_published_by_theme"),
    (36, "ec36_a_summary_that_could_be_recognised_is_generalised_in_the_open_and_cleared_anew"),
    (37, "ec37_a_family_of_another_nation_is_held_to_its_standards_and_no_other_is"),
    (38, "ec38_t02_hours_are_counted_to_the_minute_and_without_a_time_only_what_is_sure_is_said"),
    (39, "ec39_of_several_referrals_one_is_counted_from_and_the_others_are_in_the_chronology"),
    (40, "ec40_who_turned_eighteen_is_told_by_the_band_of_today_and_that_of_the_period"),
    (41, "ec41_a_category_that_changed_is_told_beside_the_present_one_and_the_others"),
    (
        42,
        "ec42_what_a_record_should_say_and_does_not_is_a_finding_and_what_an_agency_cannot_know_is_none",
    ),
    (43, "ec43_a_family_member_is_no_interpreter"),
    (44, "g18_seen_alone_without_views_is_pointed_out_until_a_concern_is_written"),
    (45, "ec45_core_groups_held_without_minutes_are_a_gap_of_recording_and_none_of_planning"),
    (46, "ec46_where_the_practitioner_has_left_the_copy_goes_to_the_manager_with_the_reason"),
    (47, "cp02_a_disputed_fact_is_corrected_beside_the_return_and_never_in_it"),
    (48, "ec48_an_agency_that_declines_owes_nothing_and_limits_the_report"),
    (49, "ec49_one_auditor_in_rounds_of_two_boards_never_mixes_them_up"),
    (50, "what_the_browser_cleared_under_an_open_return_is_written_again"),
    (51, "a_page_that_nobody_uses_locks_with_its_last_words"),
    (
        52,
        "ec52_a_typo_mended_after_half_returned_reads_both_versions_where_the_question_is_the_same",
    ),
    (53, "ec53_grades_of_another_scale_stand_side_by_side_and_are_not_compared"),
    (54, "ec54_a_wider_re_audit_of_a_small_baseline_is_told_as_n_of_n_and_never_in_per_cent"),
    (55, "ec55_a_planned_audit_that_was_not_held_says_why_and_goes_on"),
    (56, "ec56_everything_good_and_no_concern_is_confirmed"),
    (57, "ec57_an_agency_that_is_inadequate_in_every_case_is_told_before_publication"),
    (58, "ec58_what_another_forum_has_to_do_is_owned_outside_and_taken_there"),
    (59, "ec59_where_an_owners_post_is_gone_another_answers_for_it_and_the_history_stays"),
    (60, "ec60_another_coordinator_goes_on_from_the_file_with_nothing_missing"),
    (61, "ec61_a_hundred_and_twenty_long_returns_are_all_counted_searched_and_printed_whole"),
    (62, "ec62_a_paste_from_word_becomes_plain_text"),
    (63, "ec63_a_report_cited_two_years_later_is_the_same_to_the_letter_and_leads_to_its_answers"),
];

/// What makes a story of the browsers a test in each of its engines.
const ENGINES: [&str; 3] = ["in_every_engine!", "in_chromium_and!", "in_engines!"];

#[test]
fn every_edge_case_is_proven_by_a_test_that_exists() {
    let mut names = BTreeSet::new();
    for folder in ["src", "tests"] {
        tests_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut names);
    }
    for (number, test) in PROVEN {
        assert!(names.contains(*test), "edge case {number}: there is no test {test}");
    }
    let listed: Vec<u8> = PROVEN.iter().map(|(number, _)| *number).collect();
    assert_eq!(listed, (1..=63).collect::<Vec<u8>>());
}

fn tests_below(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests_below(&path, names);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            names.extend(tests_in(&text));
            names.extend(stories_in(&text));
        }
    }
}

/// Functions that are run as tests: another one of the same file proves nothing.
fn tests_in(text: &str) -> Vec<String> {
    let name = |after: &str| {
        let (_, rest) = after.split_once("fn ")?;
        Some(rest.split(['(', '<']).next()?.trim().to_owned())
    };
    text.split("#[test]\n").skip(1).filter_map(name).collect()
}

/// The words that name the stories, and those for the engines beside them.
fn stories_in(text: &str) -> Vec<String> {
    let words = |after: &str| -> Vec<String> {
        let named = after.split([';', ')', ']']).next().unwrap_or_default();
        let words = named.split(|one: char| !one.is_ascii_alphanumeric() && one != '_');
        words.map(str::to_owned).collect()
    };
    ENGINES.into_iter().flat_map(|told| text.split(told).skip(1).flat_map(words)).collect()
}

#[test]
fn a_helper_and_a_story_that_no_engine_tells_are_no_tests() {
    const NATIVE: &str = "fn helper() {}\n#[test]\n#[ignore]\nfn proves() {}\nfn after() {}";
    const STORIES: &str = "in_every_engine![\n    told,\n    twice,\n];\nasync fn untold() {}";
    assert_eq!(tests_in(NATIVE), ["proves"]);
    let stories = stories_in(STORIES);
    for (name, is_test) in [("told", true), ("twice", true), ("untold", false)] {
        assert_eq!(stories.iter().any(|one| one == name), is_test, "{name}");
    }
}
