"""Real returns and the copy of a draft, each wrong in one way: `kinds.py` writes their folders.

Returns are made from one of `public/samples`, and the round that they belong to is kept beside them: a sample round
that is written anew leaves them as they are until `kinds.py` is run again.
"""

import base64
import hashlib
import json

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap, aes_key_wrap

from kinds import (AGENCY, AUDITOR, CONTENT_KEY, FOLDER, INVITATION, IV, OWN, ROUND, STRANGER, altered, b64, changed,
                   closed, compact, del_, proof, reference, signed)

SAMPLES = FOLDER.parents[1] / "public" / "samples"
ROUND_FILE = "round.json"


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


# Opens what is sealed here: that of the sample round is its own.
OPENING = X25519PrivateKey.from_private_bytes(bytes([45]) * 32)
OTHERS_OPENING = X25519PrivateKey.from_private_bytes(bytes([46]) * 32)


def wrapping_key(private, public):
    """ECDH-ES+A256KW: RFC 7518 4.6.2."""
    framed = b"".join(len(part).to_bytes(4, "big") + part for part in (b"ECDH-ES+A256KW", b"", b""))
    framed += (256).to_bytes(4, "big")
    agreed = private.exchange(X25519PublicKey.from_public_bytes(public))
    return hashlib.sha256((1).to_bytes(4, "big") + agreed + framed).digest()


def sealed(file, to=OPENING, kind="return"):
    once = X25519PrivateKey.from_private_bytes(bytes([3]) * 32)
    public, epk = to.public_key().public_bytes_raw(), b64(once.public_key().public_bytes_raw())
    canonical = f'{{"crv":"X25519","kty":"OKP","x":"{b64(public)}"}}'
    kid = b64(hashlib.sha256(canonical.encode()).digest())
    wrapped = b64(aes_key_wrap(wrapping_key(once, public), CONTENT_KEY))
    protected = b64(f'{{"enc":"A256GCM","typ":"application/vnd.multi-agency-audit.{kind}+json","cty":"jose+json"}}'
                    .encode())
    aad = b64(f"{kid}.{epk}.{wrapped}".encode())
    both = AESGCM(CONTENT_KEY).encrypt(IV, file.encode(), f"{protected}.{aad}".encode())
    recipient = {"header": {"alg": "ECDH-ES+A256KW", "kid": kid, "epk": {"kty": "OKP", "crv": "X25519", "x": epk}},
                 "encrypted_key": wrapped}
    return compact({"protected": protected, "recipients": [recipient], "aad": aad, "iv": b64(IV),
                    "ciphertext": b64(both[:-16]), "tag": b64(both[-16:])}) + "\n"


def sample(path):
    return json.loads((SAMPLES / path).read_text())


def unsealed(path):
    """The signed file in a sealed one of the sample round, whose keys everybody may know."""
    private = X25519PrivateKey.from_private_bytes(bytes.fromhex(sample("index.json")["round_opening_key_seed"]))
    file = sample(path)
    one = file["recipients"][0]
    wrapping = wrapping_key(private, unb64(one["header"]["epk"]["x"]))
    key = aes_key_unwrap(wrapping, unb64(one["encrypted_key"]))
    both = unb64(file["ciphertext"]) + unb64(file["tag"])
    return AESGCM(key).decrypt(unb64(file["iv"]), both, f"{file['protected']}.{file['aad']}".encode()).decode()


def payload(file):
    return json.loads(unb64(file["payload"]))


def return_files():
    """One return of the police, signed by a key that shows their invitation."""
    as_sent = unsealed("returns/case-9-police.json")
    plan = payload(sample("workbook.json"))["workbook"]["plan"]
    round_id, secrets = plan["round"]["id"], {slot["id"]: unb64(slot["secret"]) for slot in plan["slots"]}

    def shown(slot, key=AUDITOR, of=round_id):
        return proof(slot, key, of, secrets[slot])

    def by_auditor(path, slot):
        return payload(json.loads(unsealed(path))) | {"enrolment_proof": shown(slot)}

    value = by_auditor("returns/case-9-police.json", "police")
    of_camhs = by_auditor("returns/case-9-camhs.json", "camhs")
    case_8 = next(case["case_ref"] for case in plan["cases"] if case["label"] == "Case 8")
    file = signed("return", value, AUDITOR)
    closed_again = sealed(file)

    def row(name, outcome, why, *steps):
        return (f"{name}.json", signed("return", changed(value, *steps), AUDITOR), outcome, why)

    def blocks(name, rule, why, *steps):
        return row(name, f"breaks-rules: {rule}", why, *steps)

    good, adequate, overall = ("areas", "area-3"), ("areas", "area-2"), ("overall", "grading")
    telling = value["overall"]["reason"] + " Known as 943 476 5919."
    untold = {"id": "c1", "noticed_at": "2026-05-20T08:00:00Z", "kind": "child-at-risk", "text": "He is alone at home."}
    told = untold | {"text": "", "told_role": "Duty manager", "told_at": "2026-05-20T08:10:00Z",
                     "told_how": "By telephone"}
    loose = {"id": "strength-2", "text": "", "evidence": "Minutes", "source": "minutes"}
    none = {"none": {"because": "outside-role", "reason": " "}}
    asked = {"id": "0f0f", "about": {"prompt": "7.8"}, "text": "Who saw the child?", "asked_by": "Coordinator",
             "asked_at": "2026-05-18T09:00:00Z"}

    def timescales(**told):
        result = {"outcome": "met", "limit": 10, "unit": "working-days"} | told
        return {"set": {"id": "england", "version": 1}, "calendar": "2026", "results": {"visits": result}}

    return [
        ("sound.json", sealed(as_sent), "admitted", "nothing"),
        ("signed-on-another-computer.json", file, "admitted", "nothing: its key shows the invitation too"),
        ("sealed-again.json", closed_again, "admitted", "nothing"),
        # Of the file.
        ("altered.json", altered(file, "payload"), "signature-wrong", "one letter of the contents"),
        ("altered-before-it-was-sealed.json", sealed(altered(file, "payload")), "signature-wrong",
         "one letter of the contents, and sealed again"),
        ("signature-altered.json", altered(file, "signature"), "signature-wrong", "one letter of the signature"),
        ("seal-altered.json", altered(closed_again, "ciphertext"), "seal-broken", "one letter"),
        ("sealed-to-others.json", sealed(file, OTHERS_OPENING), "sealed-to-others", "no key here opens it"),
        ("cut-short.json", file[: len(file) // 2], "damaged: cut-short", "a broken download"),
        ("seal-cut-short.json", closed_again[: len(closed_again) // 2], "damaged: cut-short", "a broken download"),
        ("not-signed.json", draft_file(value, kind="return"), "unsigned", "said to be a return, in a draft's form"),
        ("contents-alone.json", compact(value), "not-ours", "no file around them"),
        ("as-a-concern.json", signed("concern", value, AUDITOR), "damaged: contents", "signed as a concern"),
        ("as-a-withdrawal.json", signed("withdrawal", value, AUDITOR), "damaged: contents", "signed as a withdrawal"),
        ("as-an-invitation.json", signed("invitation", value, AUDITOR), "wrong-kind", "signed as an invitation"),
        ("its-draft.json", draft_file(COPY), "draft", "the copy of a draft in its place"),
        (ROUND_FILE, (SAMPLES / "workbook.json").read_bytes(), "wrong-kind",
         "the panel's own workbook in its place: the round that these files belong to"),
        # Of what its contents are.
        row("newer-version", "newer-version", "written by a newer program", "format_version", 3),
        row("version-nought-of-the-format", "damaged: no-format-version", "versions count from 1", "format_version", 0),
        row("without-version-of-the-format", "damaged: no-format-version", "nobody can tell how to read it",
            "format_version", del_),
        row("further-member", "admitted", "what a newer program adds without raising the version may be left out",
            "colour", "red"),
        row("without-answers", "damaged: contents", "no answers are not the same as none", "answers", del_),
        row("areas-a-list", "damaged: contents", "areas stand under their ids", "areas", []),
        row("unknown-answer", "damaged: contents", "nobody can answer so", "answers", "7.8", "response", "value",
            "perhaps"),
        row("unknown-kind-of-answer", "damaged: contents", "no prompt asks for that", "answers", "7.8", "response",
            {"colour": "red"}),
        row("negative-number", "damaged: contents", "nothing is counted below nought", "answers", "1.11.a",
            {"response": {"number": -1}}),
        row("prompt-with-capitals", "damaged: contents", "ids are in small letters", "answers", "7.8.A",
            {"response": {"value": "yes"}}),
        row("unknown-reason-for-no-grade", "damaged: contents", "not one of the three", "areas", "area-5", "grading",
            {"none": {"because": "no-time", "reason": "Busy."}}),
        row("unknown-involvement", "damaged: contents", "not one of those asked for", "involvement", "level", "some"),
        row("signed-off-in-words", "damaged: contents", "not a moment", "sign_off", "at", "last Monday"),
        row("without-day", "damaged: contents", "nobody knows when it was begun", "created", del_),
        row("return-id-with-capitals", "damaged: contents", "ids are in small letters", "return_id", "5F1D"),
        row("version-negative", "damaged: contents", "versions count from 1", "version", -1),
        row("version-nought", "impossible", "versions count from 1 (V-01)", "version", 0),
        row("question-about-version-nought", "impossible", "the panel read no such version", "panel_questions",
            [{"question": asked, "version": 0}]),
        row("asked-in-1850", "impossible", "a day of another age", "panel_questions",
            [{"question": asked | {"asked_at": "1850-05-18T09:00:00Z"}, "version": 1}]),
        row("more-late-than-there-were-gaps", "impossible", "a part is more than its whole (T-05)", "timescales",
            timescales(series={"dates": 3, "gaps": 2, "in_time": 2, "late": 1})),
        row("seen-alone-more-often-than-seen", "impossible", "a part is more than its whole (T-06)", "timescales",
            timescales(series={"dates": 3, "gaps": 2, "in_time": 2, "late": 0, "seen_alone": 4})),
        row("third-of-two", "impossible", "there is no such date (T-04)", "timescales",
            timescales(chosen={"number": 3, "of": 2})),
        row("at-most-less-than-at-least", "impossible", "no time is as long (T-02)", "timescales",
            timescales(interval=9, up_to=8)),
        row("begun-in-1850", "impossible", "a day of another age", "created", "1850-05-11T09:00:00Z"),
        row("signed-in-the-year-2500", "impossible", "a day of another age", "sign_off", "at", "2500-05-11T09:00:00Z"),
        row("searched-in-the-year-26", "impossible", "a day of another age", "involvement", "nil",
            {"searched_on": "0026-05-11", "systems": "Records", "statement": "Not known."}),
        row("noticed-in-1850", "impossible", "a day of another age", "immediate_concerns",
            [told | {"noticed_at": "1850-05-20T08:00:00Z"}]),
        row("happened-a-thousand-years-before", "impossible", "days of our time lie closer together", "chronology",
            {"anchor": "referral", "entries": [{"id": "e1", "when": {"day": {"day": -365_250}}, "text": "A call."}]}),
        row("spoken-to-a-thousand-years-before", "impossible", "days of our time lie closer together", "practitioner",
            {"spoken": True, "when": {"days": 365_250}, "said": "It was busy."}),
        row("previous-too-short", "damaged: contents", "not the hash of a version", "previous", "1" * 63),
        row("proof-too-short", "damaged: contents", "31 bytes", "enrolment_proof", b64(bytes(31))),
        # Of who signed it, and of its place.
        ("by-another-key.json", signed("return", value, STRANGER), "unknown-signer", "the proof is of another's key"),
        row("without-proof", "unknown-signer", "nothing shows an invitation", "enrolment_proof", del_),
        row("proof-of-another-place", "unknown-signer", "a proof holds for its place only", "enrolment_proof",
            shown("school")),
        row("proof-of-another-round", "unknown-signer", "a proof holds for its round only", "enrolment_proof",
            shown("police", of="round-1")),
        row("other-round", "wrong-round", "of another round", "round", "id", "round-2"),
        row("unknown-case", "not-invited", "the round has no such case", "case_ref", "c-0000"),
        ("case-of-others.json", signed("return", changed(of_camhs, "case_ref", case_8), AUDITOR), "not-invited",
         "the place was not asked about this case"),
        row("unknown-place", "not-invited", "the round has no such place", "agency", "slot", "police-2"),
        row("place-of-others", "not-invited", "the place is not theirs", "agency", "slot", "school"),
        row("other-agency", "not-invited", "the place is not theirs", "agency", "id", "education"),
        row("agency-of-another-kind", "not-invited", "others are asked other questions", "agency", "kind", "school"),
        # Of its tool and its version.
        row("another-tools-hash", "other-tool", "the tool has other words", "tool", "hash", "0" * 64),
        row("another-version-of-the-tool", "other-tool", "an earlier one", "tool", "version", 1),
        row("another-tool", "other-tool", "not the tool of the round", "tool", "id", "case-file-2010"),
        ("version-without-the-one-before.json",
         signed("return", changed(changed(value, "version", 3), "previous", "1" * 64), AUDITOR), "held",
         "the second version never came"),
        row("first-version-that-corrects", "held", "it corrects what is not here", "previous", "1" * 64),
        # Of its answers and grades: no program of ours signs these.
        row("answer-of-an-unknown-prompt", "admitted", "told and not counted (CO-09)", "answers", "9.9",
            {"response": {"value": "yes"}}),
        row("answer-of-another-agencys-prompt", "admitted", "not asked of the police, and not counted (I-05)",
            "answers", "4.2", {"response": {"value": "yes"}}),
        row("unknown-area", "admitted", "told and not counted (CO-09)", "areas", "area-9", {"impact": {}}),
        blocks("choice-of-another-prompt", "CO-03", "not one of its choices", "answers", "1.3", "response", "option",
               "female"),
        blocks("answer-of-another-kind", "CO-03", "a judgement is not chosen from a list", "answers", "7.8",
               "response", {"option": "formal"}),
        blocks("none-and-one-more", "CO-03", "“none” stands alone", "answers", "1.5", "response", "options",
               ["mental-health", "none"]),
        blocks("unanswered", "CO-01", "a question that must be answered", "answers", "8.7", del_),
        blocks("not-applicable-without-reason", "G-16", "nobody could tell why", "answers", "8.7", "response",
               "value", "not-applicable"),
        blocks("grade-outside-the-scale", "G-03", "the scale has no such grade", *good, "grading", "grade",
               "excellent"),
        blocks("grade-for-the-case-only", "G-03", "the scale keeps it for the case", *good, "grading", "grade",
               "outstanding"),
        blocks("graded-details", "G-01", "facts are not graded", "areas", "area-1", "grading", {"grade": "good"}),
        blocks("ungraded-area", "G-02", "neither a grade nor a reason", *good, "grading", del_),
        blocks("no-grade-without-reason", "G-02", "a blank reason", "areas", "area-5", "grading", none),
        blocks("area-without-reason", "CO-06", "nobody could tell why", *good, "reason", del_),
        blocks("area-without-impact", "CO-07", "nothing of the child", *good, "impact", {}),
        blocks("good-without-strength", "G-10", "good rests on a strength", *good, "strengths", del_),
        blocks("evidence-for-nothing", "CO-10", "a strength that says nothing", *good, "strengths", "-", loose),
        blocks("inadequate-without-immediacy", "G-09", "was a child at risk now?", *adequate, "grading", "grade",
               "inadequate"),
        blocks("overall-grade-outside-the-scale", "CO-08", "the scale has no such grade", *overall, "grade",
               "excellent"),
        blocks("outstanding-despite-an-area", "G-04", "the scale wants every area good", *overall, "grade",
               "outstanding"),
        blocks("qualifier-of-no-scale", "G-14", "the scale has none", "overall", "qualifier", "features"),
        blocks("without-overall-grade", "CO-08", "the case is graded", *overall, del_),
        blocks("overall-reason-too-short", "G-13", "the round asks for thirty words", "overall", "reason", "Good."),
        blocks("nhs-number", "I-03", "tells who somebody is", "overall", "reason", telling),
        blocks("concern-told-to-nobody", "C-04", "a child at risk, and nobody knows", "immediate_concerns", [untold]),
        blocks("concern-of-nothing", "C-02", "what was noticed?", "immediate_concerns", [told]),
        blocks("nobody-found-and-graded", "A-03", "an agency that knows nobody grades nothing", "involvement", "level",
               "not-known"),
        blocks("involvement-not-stated", "CO-05", "how far was the agency involved?", "involvement", "level", del_),
        blocks("auditor-without-role", "CO-04", "signed by whom?", "auditor", "role", " "),
        blocks("auditor-not-asked", "A-06", "does the auditor hold the case?", "auditor", "independent_of_case", del_),
        blocks("not-signed-off", "A-06", "nobody stands for it", "sign_off", del_),
        blocks("declaration-not-whole", "A-06", "one of its four sentences", "sign_off", "declaration", "fair_account",
               False),
    ]


# A draft's copy, as an auditor keeps it.

BEGUN = {
    "format_version": 1, "return_id": "5f1d0c52a0b94e5f8a3b6a1de1c0ffee", "version": 1,
    "round": {"id": "round-1", "title": "Neglect", "period": "2026"}, "tool": reference(OWN), "case_ref": "c-3f9a",
    "case_label": "Case 3", "agency": AGENCY | {"slot": "police-1", "slot_label": "Public protection"},
    "auditor": {"name": "Auditor 12", "role": "Detective inspector", "independent_of_case": True, "experienced": True},
    "involvement": {"level": "involved"},
    "answers": {"1.1": {"response": {"option": "red"}},
                "2.1": {"response": {"value": "partly"}, "evidence": "Seen twice.", "source": "case-note"}},
    "areas": {"b": {"grading": {"grade": "inadequate"}, "reason": "Nobody asked.", "impact": {}}},
    "overall": {}, "created": "2026-05-11T09:00:00Z",
}
INVITED = signed("invitation", INVITATION, ROUND)


def copy_of(invitation):
    record = {
        "schema": 1, "draft_id": BEGUN["return_id"], "revision": 7, "session": "opening-1", "last_change": 12,
        "saved_at": "2026-05-11T09:30:00Z", "invitation": hashlib.sha256(invitation.encode()).hexdigest(),
        "return": BEGUN,
    }
    return {"format_version": 1, "record": record, "invitation": invitation}


COPY = copy_of(INVITED)


def draft_file(contents, kind="draft"):
    text = contents if isinstance(contents, str) else compact(contents)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return f'{{"typ":"application/vnd.multi-agency-audit.{kind}+json","sha256":"{checksum}","contents":{text}}}\n'


def draft_files():
    file = draft_file(COPY)

    def row(name, outcome, why, *steps):
        return (f"{name}.json", draft_file(changed(COPY, *steps)), outcome, why)

    def within(name, outcome, why, invitation):
        """What is wrong is the invitation, which the draft names all the same."""
        return (f"{name}.json", draft_file(copy_of(invitation)), outcome, why)

    def typed(number, text):
        change = {"answer": ["2.1", {"evidence": text}]}
        return compact({"number": number, "change": change})

    def journal(*lines, draft=BEGUN["return_id"]):
        return {"draft": draft, "session": "opening-1", "base": 7, "lines": list(lines)}

    other_tool = changed(INVITATION, "round", "tool", "title", "Other tool")
    other_secret = signed("invitation", changed(INVITATION, "secret", b64(bytes([8]) * 32)), ROUND)
    last_words = typed(13, "Seen twice, and alone.")
    locked = {"typ": "application/vnd.multi-agency-audit.draft+json", "vault": "{}", "draft": BEGUN["return_id"],
              "record": "x", "invitations": {}}
    return [
        ("sound.json", file, "opened", "nothing"),
        row("with-last-words", "opened", "nothing: what a page that failed had not saved", "journal",
            journal(last_words)),
        row("with-a-broken-line", "opened", "one change cannot be read, and the others count", "journal",
            journal("{", last_words)),
        row("with-anothers-last-words", "opened", "they are of another draft, and left out", "journal",
            journal(last_words, draft="00ff")),
        # Of the file.
        ("empty.json", "", "empty", "nothing was written"),
        ("cut-short.json", file[: len(file) // 2], "cut-short in file", "a broken download"),
        ("altered.json", file.replace("Seen twice.", "Seen often."), "checksum-mismatch", "a word, in an editor"),
        ("reformatted.json", file.replace('"record":', '"record": '), "checksum-mismatch", "a space, in an editor"),
        ("further-member-of-the-file.json", file.replace('{"typ"', '{"colour":"red","typ"'), "unexpected-member",
         "a member that no checksum covers"),
        ("not-a-file.json", compact(COPY), "not-ours", "the contents alone"),
        ("signed.json", signed("draft", COPY, AUDITOR), "signed-draft", "a draft is signed by nobody"),
        ("a-return.json", signed("return", BEGUN, AUDITOR), "wrong-kind", "a return in its place"),
        ("as-a-return.json", draft_file(COPY, kind="return"), "wrong-kind", "said to be a return"),
        ("behind-a-passphrase.json", closed(json.loads(file), kind="draft"), "needs-passphrase",
         "opened without its words"),
        ("locked.json", compact(locked), "needs-passphrase", "as a plain page keeps what its device closed"),
        # Of what its contents are.
        row("newer-version", "newer-version", "written by a newer program", "format_version", 2),
        row("without-version", "no-format-version", "nobody can tell how to read it", "format_version", del_),
        row("record-of-a-newer-program", "newer-version", "no record of ours", "record", "schema", 2),
        row("further-member", "newer-version", "what a newer program keeps would be lost", "colour", "red"),
        row("record-with-a-further-member", "newer-version", "what a newer program keeps would be lost", "record",
            "colour", "red"),
        row("return-with-a-further-member", "newer-version", "what a newer program asks would be lost", "record",
            "return", "colour", "red"),
        row("answer-with-a-further-member", "newer-version", "what a newer program asks would be lost", "record",
            "return", "answers", "2.1", "colour", "red"),
        row("without-record", "contents", "nothing was kept", "record", del_),
        row("without-return", "contents", "nothing was written", "record", "return", del_),
        row("without-invitation", "contents", "nobody can tell what was asked", "invitation", del_),
        row("draft-id-with-capitals", "contents", "ids are in small letters", "record", "draft_id", "5F1D"),
        row("revision-negative", "contents", "revisions count from 0", "record", "revision", -1),
        row("saved-in-words", "contents", "not a moment", "record", "saved_at", "last Monday"),
        row("invitations-hash-too-short", "contents", "not a hash", "record", "invitation", "1" * 63),
        row("journal-a-list", "contents", "a journal says whose it is", "journal", []),
        row("unknown-answer", "contents", "nobody can answer so", "record", "return", "answers", "2.1", "response",
            "value", "perhaps"),
        # Of the invitation within.
        row("another-invitation", "not-whole", "soundly signed, and not what the draft answers", "invitation",
            other_secret),
        within("invitation-altered", "signature-mismatch", "one letter of it", altered(INVITED, "payload")),
        within("invitation-not-signed", "not-ours", "its contents alone", compact(INVITATION)),
        within("invitation-of-another-tool", "other-tool", "its tool is not the one it names",
               signed("invitation", other_tool, ROUND)),
        within("invitation-of-another-kind", "wrong-kind", "a return in its place",
               signed("return", BEGUN, AUDITOR)),
    ]
