//! The registry of rules.

use super::completeness::{answers, areas, fit, longest, people};
use super::grading::{area, concerns, overall, range};
use super::identifiers;
use super::time::{chronology, timescales, views};
use super::{Level, Notice, Reading, RuleId, immediate, queries};

/// One rule: a function that says what is wrong, with what is known of it beforehand.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Such as `G-04`.
    pub id: RuleId,
    /// The function's name, which begins with the id.
    pub name: &'static str,
    /// Levels that its notices can have.
    pub levels: &'static [Level],
    /// What a block of it means for the status of an area.
    pub finds: Finds,
    /// What it looks at.
    pub scope: Scope,
    pub(super) run: fn(&Reading) -> Vec<Notice>,
}

/// What a rule's blocks mean: something still to do, or something to put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finds {
    /// Something is not there yet; the area is in progress.
    Gap,
    /// What is there cannot stand; the area has a problem.
    Fault,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Each area for itself: may run on one area alone.
    Area,
    /// The return as a whole.
    Return,
}

macro_rules! rules {
    ($($id:literal $function:path, $scope:ident, $finds:ident, [$($level:ident),+];)+) => {
        &[$(Rule {
            id: RuleId($id),
            name: stringify!($function),
            levels: &[$(Level::$level),+],
            finds: Finds::$finds,
            scope: Scope::$scope,
            run: $function,
        }),+]
    };
}

static RULES: &[Rule] = rules! {
    "A-03" people::a03_nil_return_says_what_was_searched, Return, Gap, [Block, Info];
    "A-06" people::a06_auditor_is_independent_and_experienced, Return, Gap, [Block, Warn];
    "C-02" immediate::c02_concern_says_what_and_when, Return, Gap, [Block];
    "C-04" immediate::c04_concern_is_passed_on, Area, Gap, [Block];
    "C-06" immediate::c06_closed_concern_says_by_whom_and_how, Return, Gap, [Block];
    "CH-01" chronology::ch01_chronology_is_there_where_it_is_asked_for, Return, Gap, [Block];
    "CH-02" chronology::ch02_entry_before_the_look_back_is_context, Return, Gap, [Warn];
    "CH-03" chronology::ch03_every_entry_has_words_and_a_relative_day, Return, Gap, [Block];
    "CO-01" answers::co01_every_mandatory_prompt_is_answered, Area, Gap, [Block];
    "CO-02" answers::co02_partly_and_no_say_what_the_record_shows, Area, Gap, [Warn];
    "CO-03" fit::co03_answer_fits_its_prompt, Area, Fault, [Block];
    "CO-04" people::co04_auditor_has_name_and_role, Return, Gap, [Block];
    "CO-05" people::co05_involvement_is_stated, Return, Gap, [Block];
    "CO-06" areas::co06_graded_area_gives_a_reason, Area, Gap, [Block];
    "CO-07" areas::co07_graded_area_states_the_impact, Area, Gap, [Block];
    "CO-08" areas::co08_case_has_an_overall_grade, Return, Gap, [Block];
    "CO-09" fit::co09_nothing_is_answered_that_the_tool_lacks, Return, Fault, [Info];
    "CO-10" areas::co10_evidence_belongs_to_a_written_line, Area, Gap, [Block];
    "CO-11" areas::co11_an_ungraded_return_holds_a_finding, Return, Gap, [Warn];
    "CO-12" longest::co12_every_text_fits, Area, Fault, [Block];
    "CO-13" answers::co13_optional_questions_left_out_are_told, Area, Gap, [Info];
    "EC-20" range::ec20_insufficient_evidence_is_not_good, Return, Fault, [Block, Warn];
    "EC-56" concerns::ec56_everything_good_is_confirmed, Return, Gap, [Warn];
    "G-01" area::g01_no_grade_where_none_is_carried, Area, Fault, [Block];
    "G-02" area::g02_graded_area_has_grade_or_reason, Area, Gap, [Block];
    "G-03" area::g03_grade_is_offered_for_an_area, Area, Fault, [Block];
    "G-04" overall::g04_outstanding_needs_every_area_good, Return, Fault, [Block, Warn];
    "G-05" overall::g05_outstanding_needs_evidence_everywhere, Return, Fault, [Block, Warn];
    "G-06" overall::g06_outstanding_rests_on_half_the_areas, Return, Fault, [Warn];
    "G-07" overall::g07_good_overall_despite_an_inadequate_area, Return, Fault, [Warn];
    "G-08" range::g08_overall_lies_within_the_areas, Return, Fault, [Block, Warn];
    "G-09" area::g09_inadequate_needs_concern_impact_and_immediacy, Area, Gap, [Block];
    "G-10" area::g10_good_needs_an_evidenced_strength, Area, Gap, [Block];
    "G-11" area::g11_below_good_needs_a_concern_or_gap, Area, Gap, [Warn];
    "G-12" area::g12_grade_agrees_with_answers, Area, Fault, [Warn];
    "G-13" overall::g13_overall_grade_gives_a_reason, Return, Gap, [Block];
    "G-14" overall::g14_qualifier_is_one_of_the_grade, Return, Fault, [Block];
    "G-15" concerns::g15_immediate_concern_but_everything_good, Return, Fault, [Warn];
    "G-16" answers::g16_not_applicable_gives_a_reason, Area, Gap, [Block];
    "G-17" answers::g17_not_applicable_is_barred, Area, Fault, [Block];
    "G-18" answers::g18_advice_of_the_tool, Area, Gap, [Info];
    "G-19" area::g19_area_not_due_is_not_graded, Area, Fault, [Warn];
    "G-20" answers::g20_prompts_are_reworded_for_this_case, Area, Gap, [Info];
    "G-21" answers::g21_evidence_names_its_source, Area, Gap, [Warn];
    "G-22" areas::g22_general_comments_are_offered, Return, Gap, [Info];
    "I-02" identifiers::i02_listed_names_are_replaced, Area, Fault, [Warn];
    "I-03" identifiers::i03_nothing_identifies_anybody, Area, Fault, [Block, Warn];
    "I-04" identifiers::i04_no_date_of_birth, Area, Fault, [Block, Warn];
    "PF-01" views::pf01_conversation_with_the_practitioner_is_told, Return, Gap, [Block, Info];
    "PF-02" views::pf02_family_is_asked_only_after_a_risk_check, Return, Gap, [Block, Info];
    "Q-01" queries::q01_every_question_of_the_panel_is_answered, Return, Gap, [Block];
    "T-06" timescales::t06_gaps_that_nothing_explains_are_flagged, Return, Gap, [Info];
    "T-07" timescales::t07_missed_standard_states_its_impact, Return, Gap, [Warn];
    "T-09" timescales::t09_dates_can_be_right, Return, Fault, [Block];
};

/// Every rule, in the order of their ids.
pub fn rules() -> &'static [Rule] {
    RULES
}

impl Rule {
    /// What this rule has to say of a return.
    pub fn run(&self, reading: &Reading) -> Vec<Notice> {
        (self.run)(reading)
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.id, self.name)
    }
}
