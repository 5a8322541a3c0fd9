"""Makes the folders of `tests/faults`: one for each kind of file, each file from a sound one by one change.

Its own signing, sealing and hashing, apart from the program's: `python3 tests/envelope/fault_files/kinds.py` writes
them anew, with the package `cryptography`. What each is answered with stands in the folders' `index.json`, which
`tests/envelope/kinds.rs` holds the program to. Returns and copies of drafts stand in `returns.py`.
"""

import base64
import copy
import hashlib
import hmac
import json
import pathlib
import shutil

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_wrap

FOLDER = pathlib.Path(__file__).parents[2] / "faults"


def b64(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


class Key:
    def __init__(self, seed):
        self.private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        self.public = b64(self.private.public_key().public_bytes_raw())
        canonical = f'{{"crv":"Ed25519","kty":"OKP","x":"{self.public}"}}'
        self.kid = b64(hashlib.sha256(canonical.encode()).digest())


ROUND, AUDITOR, STRANGER = Key(42), Key(43), Key(44)
SECRET = bytes([7]) * 32


def signed(kind, contents, key):
    """A file of these contents, truly signed. `contents` is a value, or its text where the text is the point."""
    header = (
        f'{{"alg":"Ed25519","typ":"application/vnd.multi-agency-audit.{kind}+json","jwk":{{"kty":"OKP",'
        f'"crv":"Ed25519","x":"{key.public}"}},"kid":"{key.kid}"}}'
    )
    text = contents if isinstance(contents, str) else compact(contents)
    protected, payload = b64(header.encode()), b64(text.encode())
    signature = b64(key.private.sign(f"{protected}.{payload}".encode()))
    return f'{{"payload":"{payload}","protected":"{protected}","signature":"{signature}"}}\n'


def altered(text, member):
    """One letter of a member changed."""
    start = text.index(f'"{member}":"') + len(member) + 4
    middle = (start + text.index('"', start)) // 2
    return text[:middle] + ("B" if text[middle] == "A" else "A") + text[middle + 1:]


def changed(value, *steps):
    """A copy with the value at a path set; the last of the steps is the value, `del` takes the member out."""
    *path, new = steps
    value = copy.deepcopy(value)
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    if new is del_:
        assert path[-1] in inner, path
        del inner[path[-1]]
    elif path[-1] == "-":
        inner.append(new)
    else:
        assert not isinstance(inner, dict) or inner.get(path[-1]) != new, path
        inner[path[-1]] = new
    return value


del_ = object()


def write(folder, rows):
    """Each row: the file's name, its bytes, its outcome and why."""
    path = FOLDER / folder
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir()
    lines = []
    for name, made, outcome, why in rows:
        raw = made if isinstance(made, bytes) else made.encode()
        (path / name).write_bytes(raw)
        lines.append("  " + json.dumps({"file": name, "outcome": outcome, "why": why}, ensure_ascii=False))
    assert len({name for name, *_ in rows}) == len(rows), folder
    (path / "index.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")


# A tool with one of everything.


def grade(name, code, level, area=True, case=True):
    return {"id": name, "label": name, "code": code, "level": level, "for_area": area, "for_case": case,
            "descriptor": "When to choose it."}


def prompt(name, **more):
    kind = {"judgement": {"values": ["yes", "no", "not-applicable"]}}
    return {"id": name, "text": "A question?", "kind": kind, "asked_of": "all", "standing": "all"} | more


def is_yes(name):
    return {"answer": {"prompt": name, "is": ["yes"]}}


def number_of(low, high):
    return {"number": {"unit": "weeks", "min": low, "max": high}}


CHOICE = {"choice": {"options": [{"id": "red", "label": "Red"}, {"id": "blue", "label": "Blue"}]}}
FOLLOW_UP = prompt("2.1.a") | {
    "follows": "2.1",
    "when": {"all": [is_yes("2.1"), {"agency": ["police"]}]},
    "not_applicable_barred_when": {"answer": {"prompt": "1.1", "is": ["red"]}},
    "rewordings": [{"when": {"answered": "1.1"}, "text": "Other words?"}],
    "advice": [{"when": {"not": is_yes("2.1")}, "text": "Advice."}],
    "guidance": {"good": "What good looks like.", "hints": {"police": "A hint."}},
}
TOOL = {
    "id": "small", "version": 1, "title": "Small tool", "summary": "For tests.", "language": "en-GB",
    "scale": {
        "id": "two", "title": "Two grades",
        "grades": [grade("good", "G", "good"), grade("inadequate", "I", "inadequate")],
        "qualifiers": [{"id": "features", "label": "with more", "of": ["good"]}],
    },
    "graded_by": "area-and-case",
    "agency_kinds": [{"id": "social-care", "name": "Children's social care", "lead": True},
                     {"id": "police", "name": "Police"}],
    "areas": [
        {"id": "a", "number": 1, "title": "Details", "graded": False, "role": "case-details", "asked_of": "all",
         "prompts": [prompt("1.1", kind=CHOICE)]},
        {"id": "b", "number": 2, "title": "An area", "graded": True, "asked_of": "all",
         "not_applicable_when": {"answer": {"prompt": "1.1", "is": ["blue"]}},
         "prompts": [prompt("2.1"), FOLLOW_UP, prompt("2.2", kind=number_of(0, 9)),
                     prompt("2.3", kind={"text": {"max_length": 100}},
                            when={"number": {"prompt": "2.2", "at_least": 1}})]},
    ],
}


def tool_files():
    sound = compact(TOOL)

    def row(name, outcome, why, *steps):
        return (f"{name}.json", compact(changed(TOOL, *steps)), outcome, why)

    first, second = ("areas", 0), ("areas", 1, "prompts")
    deep = is_yes("2.1")
    for _ in range(8):
        deep = {"not": deep}
    no_grades = changed(changed(TOOL, "scale", "grades", []), "scale", "qualifiers", [])
    here, after, text = (*second, 1), (*second, 0), (*second, 3)
    own_part = changed(changed(TOOL, *here, "of_each_agency", True), *here, "standing", "social-care")
    kind = "areas[1].prompts[3].kind"
    when = "areas[1].prompts[3].when"
    return [
        ("sound.json", sound, "opened", "nothing"),
        ("cut-short.json", sound[: len(sound) // 2], "NotJson", "half of it"),
        ("empty.json", "", "NotJson", "nothing was written"),
        ("trailing-text.json", sound + "x", "NotJson", "something after the last brace"),
        ("member-twice.json", sound.replace('"version":1', '"version":1,"version":2', 1), "NotATool",
         "which version is it?"),
        row("further-member", "NotATool at colour", "a member that no tool has", "colour", "red"),
        row("further-member-of-a-prompt", "NotATool at areas[1].prompts[0].colour", "a member that no prompt has",
            *after, "colour", "red"),
        row("without-areas", "NotATool", "a member is missing", "areas", del_),
        row("version-a-text", "NotATool at version", "a version is a number", "version", "1"),
        row("version-nought", "VersionZero at version", "versions count from 1", "version", 0),
        row("language-in-words", "NotALanguage at language", "not a language tag", "language", "English!"),
        row("blank-question", "Empty at areas[1].prompts[0].text", "it asks nothing", *after, "text", " "),
        row("long-title", "TooLong at title", "151 letters", "title", "x" * 151),
        row("turns-the-line-round", "HiddenCharacter at summary", "U+202E shows other words than are read", "summary",
            "For \u202etests."),
        row("line-break-in-a-question", "HiddenCharacter at areas[1].prompts[0].text", "a question is one line",
            *after, "text", "A\nquestion?"),
        row("one-option", "TooFew at areas[1].prompts[3].kind.choice.options", "nothing to choose from", *text, "kind",
            {"choice": {"options": [{"id": "a", "label": "A"}]}}),
        row("condition-of-65-tests", "TooMany at areas[1].prompts[1].when", "more than a condition may hold", *here,
            "when", {"any": [is_yes("2.1")] * 65}),
        row("two-areas-of-one-id", "Duplicate at areas[1].id", "an answer would not know where it belongs", "areas", 1,
            "id", "a"),
        row("two-prompts-of-one-id", "Duplicate at areas[1].prompts[1].id", "an answer would have two questions",
            *here, "id", "2.1"),
        row("unknown-grade", "UnknownGrade at scale.qualifiers[0].of[0]", "the scale has no such grade", "scale",
            "qualifiers", 0, "of", ["best"]),
        row("unknown-kind-of-agency", "UnknownKind at areas[1].prompts[1].asked_of.only[0]",
            "the tool has no such agency", *here, "asked_of", {"only": ["fire", "police"]}),
        row("unknown-prompt", "UnknownPrompt at areas[1].prompts[1].when.answer.prompt",
            "the tool has no such question", *here, "when", is_yes("4.9")),
        row("asked-of-nobody", "Nobody at areas[0].asked_of", "no agency is left", *first, "asked_of", {"only": []}),
        ("without-grades.json", compact(no_grades), "NoGrades at scale.grades", "it grades, with nothing"),
        row("no-grade-for-an-area", "NoAreaGrade at scale.grades", "areas are graded", "scale", "grades",
            [grade("good", "G", "good", area=False)]),
        row("no-grade-for-a-case", "NoCaseGrade at scale.grades", "cases are graded", "scale", "grades",
            [grade("good", "G", "good", case=False)]),
        row("grade-for-nothing", "GradeForNothing at scale.grades[2]", "nobody could choose it", "scale", "grades",
            "-", grade("no", "N", "inadequate", area=False, case=False)),
        row("better-after-worse", "BetterAfterWorse at scale.grades[2].level", "grades stand best first", "scale",
            "grades", "-", grade("best", "B", "outstanding")),
        row("graded-details", "CaseDetailsGraded at areas[0].graded", "facts are not graded", *first, "graded", True),
        row("graded-area-of-an-ungraded-tool", "GradedArea at areas[1].graded", "the tool grades cases only",
            "graded_by", "case"),
        row("no-graded-area", "NoGradedArea at areas", "the tool grades areas", "areas", 1, "graded", False),
        row("follows-what-comes-later", "FollowsLater at areas[1].prompts[1].follows", "a follow-up follows", *here,
            "follows", "2.2"),
        row("follows-another-area", "FollowsElsewhere at areas[1].prompts[1].follows", "it would stand elsewhere",
            *here, "follows", "1.1"),
        row("number-from-9-to-0", "NoNumberBetween at areas[1].prompts[2].kind.number", "no number answers it",
            *second, 2, "kind", number_of(9, 0)),
        row("answer-of-no-letters", f"AnswerLength at {kind}.text.max_length", "no text answers it", *text, "kind",
            {"text": {"max_length": 0}}),
        row("hint-that-nobody-sees", "HintNotSeen at areas[1].prompts[1].guidance.hints.police",
            "for an agency that is not asked", *here, "asked_of", {"only": ["social-care"]}),
        row("nothing-to-bar", "NothingToBar at areas[1].prompts[1].not_applicable_barred_when",
            "“not applicable” is not offered", *here, "kind", {"judgement": {"values": ["yes", "no"]}}),
        ("own-part-of-the-lead-agency.json", compact(own_part),
         "OwnPartHasStanding at areas[1].prompts[1].standing", "each agency answers for itself"),
        row("asks-ahead", "AsksAhead at areas[1].prompts[1].when.answered", "its answer comes later", *here, "when",
            {"answered": "2.2"}),
        row("waits-for-itself", "Cycle at areas[1].prompts[0].when", "it would never be asked", *after, "when",
            is_yes("2.1")),
        row("unknown-answer", "UnknownValue at areas[1].prompts[1].when.answer.is[0]", "nobody can answer so", *here,
            "when", {"answer": {"prompt": "2.1", "is": ["maybe"]}}),
        row("answer-of-a-number", f"NotAChoice at {when}.answer.prompt", "a number is not chosen", *text, "when",
            {"answer": {"prompt": "2.2", "is": ["3"]}}),
        row("number-of-a-judgement", f"NotANumber at {when}.number.prompt", "a judgement is no number", *text, "when",
            {"number": {"prompt": "2.1", "at_most": 3}}),
        row("number-without-bounds", f"Bounds at {when}.number", "it says nothing", *text, "when",
            {"number": {"prompt": "2.2"}}),
        row("condition-nine-deep", "TooDeep at areas[1].prompts[1].when.not.not.not.not.not.not.not.not",
            "deeper than a condition may be", *here, "when", deep),
    ]


# A round with that tool.


def reference(tool):
    return {"id": tool["id"], "version": tool["version"], "hash": hashlib.sha256(compact(tool).encode()).hexdigest()}


def canonical(tool):
    """Members of prompts in the order in which the program writes them: the hash is of those bytes."""
    order = ["id", "text", "hint", "kind", "follows", "asked_of", "standing", "when", "not_applicable_barred_when",
             "rewordings", "advice", "guidance"]
    tool = copy.deepcopy(tool)
    for area in tool["areas"]:
        area["prompts"] = [{name: one[name] for name in order if name in one} for one in area["prompts"]]
    return tool


OWN = canonical(TOOL)
ROUND_OF = {
    "id": "round-1", "title": "Neglect", "period": "2026",
    "board": {"name": "A partnership", "short_name": "AP", "area": "Nowhere"},
    "themes": [], "focus": "", "purpose": "", "terms_of_reference": [], "selection": "purposive",
    "window": {"look_back_months": 12, "judgement_months": 6}, "dates": {}, "concern_route": {}, "tool": OWN,
    "policy": {"overall_reason_words": 30, "outside_range_words": 20, "chronology_required": False, "seal": "off"},
}
AGENCY = {"id": "police", "kind": "police", "name": "Police"}
INVITATION = {
    "format_version": 1, "round": ROUND_OF, "tool_ref": reference(OWN), "agency": AGENCY, "slot": "police-1",
    "slot_label": "Public protection", "secret": b64(SECRET), "cases": [{"case_ref": "c-3f9a", "label": "Case 3"}],
}


def common(kind, value, key, contents_fault):
    """Faults of the file around any signed contents."""
    file = signed(kind, value, key)
    return [
        ("altered.json", altered(file, "payload"), contents_fault["altered"], "one letter of the contents"),
        ("cut-short.json", file[: len(file) // 2], contents_fault["cut"], "a broken download"),
        ("not-signed.json", compact(value), contents_fault["bare"], "the contents alone"),
        ("newer-version.json", signed(kind, changed(value, "format_version", 2), key), "newer-version",
         "written by a newer program"),
        ("without-version.json", signed(kind, changed(value, "format_version", del_), key), contents_fault["version"],
         "nobody can tell how to read it"),
    ]


OPENED_HERE = {"altered": "signature-mismatch", "cut": "cut-short in file", "bare": "not-ours",
               "version": "no-format-version"}
IMPORTED = {"altered": "signature-wrong", "cut": "damaged: cut-short", "bare": "not-ours",
            "version": "damaged: no-format-version"}


def invitation_files():
    def row(name, outcome, why, *steps):
        return (f"{name}.json", signed("invitation", changed(INVITATION, *steps), ROUND), outcome, why)

    unsound = changed(OWN, "areas", 1, "id", "a")
    with_unsound = changed(changed(INVITATION, "round", "tool", unsound), "tool_ref", reference(unsound))
    return [
        ("sound.json", signed("invitation", INVITATION, ROUND), "opened", "nothing"),
        *common("invitation", INVITATION, ROUND, OPENED_HERE),
        ("as-a-return.json", signed("return", INVITATION, ROUND), "wrong-kind", "signed as a return"),
        row("another-tool", "other-tool", "its tool is not the one it names", "round", "tool", "title", "Other tool"),
        row("another-tools-hash", "other-tool", "it names another tool than it holds", "tool_ref", "hash", "0" * 64),
        ("unsound-tool.json", signed("invitation", with_unsound, ROUND), "unsound-tool", "two areas of one id"),
        row("tool-with-a-further-member", "contents", "a rule of the tool that this program would not keep", "round",
            "tool", "colour", "red"),
        row("secret-too-short", "contents", "31 bytes", "secret", b64(SECRET[:31])),
        row("case-named-after-a-child", "contents", "no reference has capitals or blanks", "cases", 0, "case_ref",
            "Jo B"),
        row("without-cases", "contents", "nothing to audit", "cases", del_),
        row("without-slot", "contents", "for nobody", "slot", del_),
        row("no-case-planned", "impossible", "its round has no case", "round", "cases", {"planned": 0}),
        row("looks-back-over-nothing", "impossible", "nothing to read", "round", "window", "look_back_months", 0),
        row("thirteenth-month", "impossible", "a year has twelve", "round", "dates",
            {"report": {"year": 2026, "month": 13}}),
        row("due-in-the-year-26", "impossible", "a day of another age", "round", "dates", {"due": "0026-05-29"}),
    ]


def proof(slot, key, round_id="round-1", secret=SECRET):
    framed = f'["multi-agency-audit enrolment","{round_id}","{slot}","{key.kid}"]'
    return b64(hmac.new(secret, framed.encode(), hashlib.sha256).digest())


LETTER = {
    "format_version": 1, "return_id": "5f1d0c52a0b94e5f8a3b6a1de1c0ffee",
    "round": {"id": "round-1", "title": "Neglect", "period": "2026"}, "case_ref": "c-3f9a", "case_label": "Case 3",
    "agency": AGENCY | {"slot": "police-1"}, "enrolment_proof": proof("police-1", AUDITOR),
}
CONCERN = LETTER | {
    "reported_by": "Detective inspector", "at": "2026-05-11T09:30:00Z",
    "concern": {"id": "c1", "noticed_at": "2026-05-11T09:00:00Z", "kind": "child-at-risk",
                "text": "The child is at home with nobody.", "told_role": "Duty manager",
                "told_at": "2026-05-11T09:10:00Z", "told_how": "By telephone", "their_action": "A visit today",
                "acknowledged": True},
}
WITHDRAWAL = LETTER | {
    "version": 1, "payload": "1" * 64,
    "by": {"role": "Detective inspector", "name": "A. Auditor", "reason": "It is about another child.",
           "at": "2026-05-11T09:30:00Z"},
}


def letter_files(kind, value, other):
    """What a panel imports beside returns: trusted or not, in its place or not."""

    def row(name, outcome, why, *steps):
        return (f"{name}.json", signed(kind, changed(value, *steps), AUDITOR), outcome, why)

    file = signed(kind, value, AUDITOR)
    return [
        *common(kind, value, AUDITOR, IMPORTED),
        ("as-a-return.json", signed("return", value, AUDITOR), "damaged: contents", "signed as a return"),
        (f"as-a-{other}.json", signed(other, value, AUDITOR), "damaged: contents", f"signed as a {other}"),
        ("as-an-invitation.json", signed("invitation", value, AUDITOR), "wrong-kind", "signed as an invitation"),
        ("signature-altered.json", altered(file, "signature"), "signature-wrong", "one letter of the signature"),
        ("by-another-key.json", signed(kind, value, STRANGER), "unknown-signer", "the proof is of another's key"),
        row("without-proof", "unknown-signer", "nothing shows an invitation", "enrolment_proof", del_),
        row("proof-of-another-place", "unknown-signer", "a proof holds for its place only", "enrolment_proof",
            proof("police-2", AUDITOR)),
        row("other-round", "wrong-round", "of another round", "round", "id", "round-2"),
        row("other-case", "not-invited", "the round has no such case", "case_ref", "c-0000"),
        row("other-place", "not-invited", "the round has no such place", "agency", "slot", "police-2"),
        row("other-agency", "not-invited", "the place is not theirs", "agency", "id", "health"),
        row("return-id-with-capitals", "damaged: contents", "ids are in small letters", "return_id", "5F1D"),
    ]


def concern_files():
    def row(name, outcome, why, *steps):
        return (f"{name}.json", signed("concern", changed(CONCERN, *steps), AUDITOR), outcome, why)

    return [
        ("sound.json", signed("concern", CONCERN, AUDITOR), "concern", "nothing"),
        *letter_files("concern", CONCERN, "withdrawal"),
        row("without-concern", "damaged: contents", "it says nothing", "concern", del_),
        row("unknown-kind-of-concern", "damaged: contents", "no route belongs to it", "concern", "kind", "other"),
        row("without-day", "damaged: contents", "nobody could tell which came last", "at", del_),
        row("day-in-words", "damaged: contents", "not a moment", "at", "last Monday"),
        row("told-in-1850", "impossible", "a day of another age", "concern", "told_at", "1850-05-11T09:10:00Z"),
        row("of-the-year-2500", "impossible", "it would be the last word for ever", "at", "2500-05-11T09:30:00Z"),
    ]


def withdrawal_files():
    def row(name, outcome, why, *steps):
        return (f"{name}.json", signed("withdrawal", changed(WITHDRAWAL, *steps), AUDITOR), outcome, why)

    return [
        ("sound.json", signed("withdrawal", WITHDRAWAL, AUDITOR), "withdrawal-waiting",
         "nothing; the return is not here"),
        *letter_files("withdrawal", WITHDRAWAL, "concern"),
        row("payload-too-short", "damaged: contents", "not the hash of a version", "payload", "1" * 63),
        row("payload-in-capitals", "damaged: contents", "a hash has one spelling", "payload", "A" * 64),
        row("version-negative", "damaged: contents", "versions count from 1", "version", -1),
        row("version-nought", "impossible", "versions count from 1 (V-01)", "version", 0),
        row("taken-back-in-1850", "impossible", "a day of another age", "by", "at", "1850-05-11T09:30:00Z"),
        row("without-reason", "damaged: contents", "nobody could tell why", "by", "reason", del_),
        row("by-nobody", "damaged: contents", "nobody takes it back", "by", del_),
    ]


# What is kept of that round.

WORKBOOK = {
    "format_version": 1,
    "workbook": {
        "format_version": 1,
        "plan": {
            "round": ROUND_OF, "agencies": [AGENCY],
            "slots": [{"id": "police-1", "agency": "police", "label": "Public protection", "secret": b64(SECRET),
                       "cases": ["c-3f9a"]}],
            "cases": [{"case_ref": "c-3f9a", "label": "Case 3", "status": "open"}],
        },
        "round_key": ROUND.public, "invitations": [],
        "register": {"entries": {}, "refused": {}, "signers": [], "choices": [], "accepted": {}, "last_batch": 0},
        "judgements": [], "log": [],
    },
    "files": {},
}


def workbook_files():
    def row(name, outcome, why, *steps):
        return (f"{name}.json", signed("workbook", changed(WORKBOOK, *steps), ROUND), outcome, why)

    record = WORKBOOK["workbook"]
    return [
        ("sound.json", signed("workbook", WORKBOOK, ROUND), "opened", "nothing"),
        *common("workbook", WORKBOOK, ROUND, OPENED_HERE),
        ("as-an-invitation.json", signed("invitation", WORKBOOK, ROUND), "wrong-kind", "signed as an invitation"),
        ("by-another-key.json", signed("workbook", WORKBOOK, STRANGER), "other-key",
         "soundly signed, but not by the round whose it is"),
        ("behind-a-passphrase.json", closed(WORKBOOK, kind="workbook"), "needs-passphrase", "opened without its words"),
        row("further-member", "newer-version", "what a newer program keeps would be lost", "colour", "red"),
        row("record-with-a-further-member", "newer-version", "what a newer program records would be lost", "workbook",
            "colour", "red"),
        row("record-of-a-newer-program", "contents", "its record is in a form that this program cannot read",
            "workbook", "format_version", 2),
        row("without-files", "contents", "nothing says which files belong to it", "files", del_),
        row("file-without-hash", "contents", "files stand under their hashes", "files", {"return.json": "{}"}),
        row("files-a-list", "contents", "files stand under their hashes", "files", []),
        row("round-key-too-short", "contents", "31 bytes", "workbook", "round_key", b64(bytes(31))),
        row("without-plan", "contents", "of no round", "workbook",
            {name: value for name, value in record.items() if name != "plan"}),
        row("unknown-status-of-a-case", "contents", "neither open nor taken out", "workbook", "plan", "cases", 0,
            "status", "lost"),
    ]


# A deputy's key behind a passphrase.

WORDS, SALT = b"lantern orchard kettle", bytes([7]) * 16
CONTENT_KEY, IV = bytes([1]) * 32, bytes([2]) * 12


def closed(contents, kind="deputy-key", rounds=210_000):
    alg = "PBES2-HS512+A256KW"
    derived = hashlib.pbkdf2_hmac("sha512", WORDS, alg.encode() + b"\0" + SALT, rounds, 32)
    header = (f'{{"alg":"{alg}","enc":"A256GCM","typ":"application/vnd.multi-agency-audit.{kind}+json",'
              f'"p2s":"{b64(SALT)}","p2c":{rounds}}}')
    protected = b64(header.encode())
    both = AESGCM(CONTENT_KEY).encrypt(IV, compact(contents).encode(), protected.encode())
    wrapped = b64(aes_key_wrap(derived, CONTENT_KEY))
    return (f'{{"protected":"{protected}","encrypted_key":"{wrapped}","iv":"{b64(IV)}",'
            f'"ciphertext":"{b64(both[:-16])}","tag":"{b64(both[-16:])}"}}\n')


def deputy_files():
    value = {"format_version": 1, "opening": [7] * 32}
    file = closed(value)
    return [
        ("sound.json", file, "opened", "nothing"),
        ("cut-short.json", file[: len(file) // 2], "cut-short in file", "a broken download"),
        ("empty.json", "", "empty", "nothing was written"),
        ("in-the-open.json", compact(value), "not-ours", "a key that nothing closes is taken from nobody"),
        ("a-signed-file.json", signed("invitation", INVITATION, ROUND), "not-protected",
         "an invitation in its place"),
        ("as-a-workbook.json", closed(value, kind="workbook"), "wrong-kind", "said to be a workbook"),
        ("too-few-rounds.json", closed(value, rounds=1_000), "work-factor", "the passphrase could be tried out"),
        ("wrapped-key-altered.json", altered(file, "encrypted_key"), "wrong-passphrase",
         "one letter, as with other words"),
        ("ciphertext-altered.json", altered(file, "ciphertext"), "seal-broken", "one letter"),
        ("tag-altered.json", altered(file, "tag"), "seal-broken", "one letter"),
        ("key-of-31-bytes.json", closed(changed(value, "opening", [7] * 31)), "contents", "no key"),
        ("key-of-large-numbers.json", closed(changed(value, "opening", [256] * 32)), "contents", "bytes end at 255"),
        ("without-key.json", closed(changed(value, "opening", del_)), "contents", "nothing to open with"),
        ("newer-version.json", closed(changed(value, "format_version", 2)), "newer-version",
         "written by a newer program"),
        ("newer-version-without-key.json", closed({"format_version": 2, "keys": []}), "newer-version",
         "a newer program keeps its keys elsewhere"),
        ("version-nought.json", closed(changed(value, "format_version", 0)), "contents", "versions count from 1"),
        ("without-version.json", closed(changed(value, "format_version", del_)), "contents",
         "nobody can tell how to read it"),
    ]


# Sheets of actions, as they came back.

LABELS = ["Sheet", "Action", "Progress", "Completed on", "What has been done"]


def sheet_files():
    def table(*rows, head=None):
        return "\r\n".join(",".join(row) for row in [head or LABELS, *rows]) + "\r\n"

    one = ["#s1", "#a1", "On track", "", "Begun"]

    def cell(name, at, text, outcome, why):
        return (f"{name}.csv", table([*one[:at], text, *one[at + 1:]]), outcome, why)

    return [
        ("sound.csv", table(one), "read", "nothing"),
        ("empty.csv", "", "Empty", "nothing was saved"),
        ("older-spreadsheet.csv", b"\xd0\xcf\x11\xe0" + bytes(60), "Spreadsheet", "an older workbook's first bytes"),
        ("packed.csv", b"PK\x03\x04" + bytes(60), "NotAWorkbook", "a workbook's first bytes, and no workbook"),
        ("without-sheet.csv", table(one[1:], head=LABELS[1:]), "NoColumn", "no row can be known"),
        ("without-action.csv", table([one[0], *one[2:]], head=[LABELS[0], *LABELS[2:]]), "NoColumn",
         "no row can be known"),
        ("column-twice.csv", table([*one, "Done"], head=[*LABELS, LABELS[4]]), "ColumnTwice", "which of them counts?"),
        ("201-columns.csv", table(one, head=[*LABELS, *(f"c{at}" for at in range(196))]), "TooMany",
         "more than any sheet has"),
        ("other-rounds-sheet.csv", table(["#s9", *one[1:]]), "NotOurs", "this round wrote no such sheet"),
        ("row-of-an-unknown-sheet.csv", table(one, ["#s9", "#a1", "", "", ""]), "UnknownSheet at row 3",
         "a row from elsewhere"),
        ("rows-of-two-sheets.csv", table(one, ["#s2", "#a1", "", "", ""]), "AnotherSheet at row 3",
         "two sheets in one file"),
        ("unknown-action.csv", table(one, ["#s1", "#a9", "", "", ""]), "UnknownAction at row 3",
         "the sheet had no such action"),
        ("action-twice.csv", table(one, one), "ActionTwice at row 3", "which of them counts?"),
        ("row-too-long.csv", table(one, [*one, "more"]), "TooManyCells at row 3", "its cells may have moved"),
        cell("no-date", 3, "soon", "NotADate at row 2", "no day"),
        cell("day-to-come", 3, "31/12/2099", "StillToCome at row 2", "not done yet"),
        ("month-first.csv", table(["#s1", "#a1", "9/30/2026", "On track", "3/4/2026", "Begun"],
                                  head=[*LABELS[:2], "Due", *LABELS[2:]]), "DayOrMonth at row 2",
         "saved with the month first, as our own day shows"),
        cell("no-progress", 2, "Nearly", "NotAProgress at row 2", "none of the words"),
        cell("text-too-long", 4, "x" * 10_001, "TooLong at row 2", "one letter more than any text"),
        cell("nhs-number", 4, "Seen for 943 476 5919", "Identifies at row 2", "tells who somebody is"),
    ]


if __name__ == "__main__":
    import returns  # which begins with what stands here

    write("tool", tool_files())
    write("invitation", invitation_files())
    write("concern", concern_files())
    write("withdrawal", withdrawal_files())
    write("workbook", workbook_files())
    write("deputy-key", deputy_files())
    write("return", returns.return_files())
    write("draft-copy", returns.draft_files())
    write("actions", sheet_files())
