//! What a device keeps under a passphrase, both ways: the key as an encrypted JWK, and a text closed by it.

use multi_agency_audit::envelope::{
    DeviceKey, OpenError, PassphraseKey, is_closed, new_salt, salt_of_key,
};
use serde::Deserialize;
use serde_json::json;

use crate::node;

const PASSPHRASE: &str = "lantern órchard kettle";
const PLACE: &str = "drafts/5f1d0c52";
const TEXT: &str = "{\"evidence\":\"Seen alone – twice\"}";

/// What `open-device.mjs` prints.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum JoseVerdict {
    Opened { cty: String, kty: String, place: String, text: String },
    Refused { code: String },
}

/// What `close-device.mjs` prints.
#[derive(Deserialize)]
struct ClosedByJose {
    key: String,
    kept: String,
}

fn jose_opens(key: &str, kept: &str, passphrase: &str) -> JoseVerdict {
    let request = json!({ "key": key, "kept": kept, "passphrase": passphrase });
    node("open-device.mjs", request.to_string().as_bytes())
}

#[test]
fn jose_opens_our_devices_key_with_the_passphrase_and_a_text_with_the_key() {
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let device = DeviceKey::from_random([77; 32]);
    let by = PassphraseKey::with(PASSPHRASE, new_salt([5; 32]));
    let key = by.close_key(&device, &mut random);
    let kept = device.close(TEXT, PLACE, &mut random);
    let expected = JoseVerdict::Opened {
        cty: "jwk+json".into(),
        kty: "oct".into(),
        place: PLACE.into(),
        text: TEXT.into(),
    };
    assert_eq!(jose_opens(&key, &kept, PASSPHRASE), expected);

    let refused = || JoseVerdict::Refused { code: "ERR_JWE_DECRYPTION_FAILED".into() };
    assert_eq!(jose_opens(&key, &kept, "lantern orchard kettle"), refused());
    let other = DeviceKey::from_random([78; 32]).close(TEXT, PLACE, &mut random);
    assert_eq!(jose_opens(&key, &other, PASSPHRASE), refused(), "another device's text");
    let moved: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let elsewhere = device.close(TEXT, "drafts/other", &mut random);
    let elsewhere: serde_json::Value = serde_json::from_str(&elsewhere).unwrap();
    let mixed = json!({
        "protected": moved["protected"], "encrypted_key": moved["encrypted_key"],
        "aad": elsewhere["aad"], "iv": moved["iv"],
        "ciphertext": moved["ciphertext"], "tag": moved["tag"],
    });
    assert_eq!(jose_opens(&key, &mixed.to_string(), PASSPHRASE), refused(), "from another place");
}

#[test]
fn we_open_a_devices_key_and_a_text_that_jose_closed() {
    let request = json!({ "passphrase": PASSPHRASE, "place": PLACE, "contents": TEXT });
    let made: ClosedByJose = node("close-device.mjs", request.to_string().as_bytes());
    let open = |passphrase: &str| {
        PassphraseKey::with(passphrase, salt_of_key(&made.key).unwrap()).open_key(&made.key)
    };
    let device = open(PASSPHRASE).unwrap();
    assert_eq!(device.open(&made.kept, PLACE), Ok(TEXT.to_owned()));
    assert_eq!(device.open(&made.kept, "drafts/other"), Err(OpenError::SealBroken));
    assert!(matches!(open("lantern orchard kettle"), Err(OpenError::WrongPassphrase)));
    // Written by another program, it may begin otherwise; ours knows its own by their beginning.
    assert!(is_closed(&device.close(TEXT, PLACE, &mut || [3; 32])));
}
