use super::*;
use crate::envelope::base64url::decode_exactly;

/// RFC 7748 6.1, which RFC 8037 A.6 uses: Alice's is the ephemeral key, Bob the recipient.
const ALICE: [u8; 32] = *b"\x77\x07\x6d\x0a\x73\x18\xa5\x7d\x3c\x16\xc1\x72\x51\xb2\x66\x45\
    \xdf\x4c\x2f\x87\xeb\xc0\x99\x2a\xb1\x77\xfb\xa5\x1d\xb9\x2c\x2a";
const BOB: [u8; 32] = *b"\x5d\xab\x08\x7e\x62\x4a\x8a\x4b\x79\xe1\x7f\x8b\x83\x80\x0e\xe6\
    \x6f\x3b\xb1\x29\x26\x18\xb6\xfd\x1c\x2f\x8b\x27\xff\x88\xe0\xeb";
const SHARED: [u8; 32] = *b"\x4a\x5d\x9d\x5b\xa4\xce\x2d\xe1\x72\x8e\x3b\xf4\x80\x35\x0f\x25\
    \xe0\x7e\x21\xc9\x47\xd1\x9e\x33\x76\xf0\x9b\x3c\x1e\x16\x17\x42";

#[test]
fn rfc8037_a6_public_keys_and_shared_secret() {
    let (alice, bob) = (OpeningKey::from_seed(&ALICE), OpeningKey::from_seed(&BOB));
    let public = |key: &OpeningKey| key.sealing_key().to_string();
    assert_eq!(public(&alice), "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo");
    assert_eq!(public(&bob), "3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08");
    let expected = concat_kdf(&SHARED, "any", b"", b"", 256);
    assert_eq!(alice.agree(&bob.sealing_key(), "any"), Some(expected.clone()));
    assert_eq!(bob.agree(&alice.sealing_key(), "any"), Some(expected));
}

#[test]
fn rfc7518_appendix_c_derived_key() {
    let shared: [u8; 32] = [
        158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110,
        163, 218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
    ];
    let derived = concat_kdf(&shared, "A128GCM", b"Alice", b"Bob", 128);
    let expected: [u8; 16] = decode_exactly("VqqN6vgjbSBcIijNcacQGg").unwrap();
    assert_eq!(derived[..16], expected);
}

/// RFC 7748 6.1 and 7: with these points every key agrees on nought.
#[test]
fn a_point_of_small_order_agrees_with_nobody() {
    let order_8 = "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800";
    let hash: crate::envelope::Hash = order_8.parse().unwrap();
    let one = {
        let mut bytes = [0; 32];
        bytes[0] = 1;
        bytes
    };
    for point in [[0; 32], one, *hash.as_bytes()] {
        let agreed = OpeningKey::from_seed(&BOB).agree(&SealingKey::from_bytes(point), "any");
        assert_eq!(agreed, None, "{point:?}");
    }
}

#[test]
fn a_secret_is_never_shown() {
    let key = OpeningKey::from_seed(&BOB);
    let shown = format!("{key:?}");
    assert_eq!(shown, format!("OpeningKey({})", key.sealing_key().thumbprint()));
}
