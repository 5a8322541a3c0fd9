//! The two ciphers of sealed files: one for the contents, one for the key to them.
//!
//! A256GCM (RFC 7518 5.3) encrypts contents under a key used once; A256KW
//! (RFC 7518 4.4, RFC 3394) wraps that key for whoever may open the file. Both
//! notice any change. Not here: where keys and random bytes come from.

use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes256Gcm, KeyInit};
use aes_kw::KwAes256;
use zeroize::Zeroizing;

use super::sealing_key::WrappingKey;

/// A key that encrypts the contents of one file (RFC 7516: the CEK).
pub(super) type ContentKey = Zeroizing<[u8; 32]>;
/// A content key with its check value, as a file holds it.
pub(super) type Wrapped = [u8; 40];

/// Something was changed, or the key is another one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mismatch;

/// What GCM makes of contents.
pub(super) struct Encrypted {
    pub(super) iv: [u8; 12],
    pub(super) ciphertext: Vec<u8>,
    pub(super) tag: [u8; 16],
}

/// RFC 3394 2.2.1.
pub(super) fn wrap(by: &WrappingKey, key: &ContentKey) -> Wrapped {
    let mut wrapped = [0; 40];
    KwAes256::new((&**by).into())
        .wrap_key(&**key, &mut wrapped)
        .expect("32 bytes are whole blocks, and 8 more hold the check value");
    wrapped
}

/// RFC 3394 2.2.2.
pub(super) fn unwrap(by: &WrappingKey, wrapped: &Wrapped) -> Result<ContentKey, Mismatch> {
    let mut key = Zeroizing::new([0; 32]);
    KwAes256::new((&**by).into()).unwrap_key(wrapped, &mut *key).map_err(|_| Mismatch)?;
    Ok(key)
}

/// NIST SP 800-38D 7.1. `iv` must be random or new for this key.
pub(super) fn encrypt(key: &ContentKey, iv: [u8; 12], aad: &[u8], contents: &[u8]) -> Encrypted {
    let mut ciphertext = contents.to_vec();
    let tag = Aes256Gcm::new((&**key).into())
        .encrypt_inout_detached(&iv.into(), aad, ciphertext.as_mut_slice().into())
        .expect("no file comes near the 64 GiB that GCM can take");
    Encrypted { iv, ciphertext, tag: tag.into() }
}

/// NIST SP 800-38D 7.2: the contents, and only if not one bit of all this was changed.
pub(super) fn decrypt(
    key: &ContentKey,
    aad: &[u8],
    encrypted: Encrypted,
) -> Result<Vec<u8>, Mismatch> {
    let Encrypted { iv, ciphertext: mut contents, tag } = encrypted;
    Aes256Gcm::new((&**key).into())
        .decrypt_inout_detached(&iv.into(), aad, contents.as_mut_slice().into(), &tag.into())
        .map_err(|_| Mismatch)?;
    Ok(contents)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::base64url::{decode, decode_exactly};

    fn counted<const N: usize>() -> [u8; N] {
        std::array::from_fn(|at| u8::try_from(at).unwrap())
    }

    /// RFC 3394 4.6: 256 bits of key data with a 256-bit key.
    #[test]
    fn rfc3394_4_6_wrap_and_unwrap() {
        let kek = Zeroizing::new(counted::<32>());
        let mut data = [0; 32];
        data[..16].copy_from_slice(&std::array::from_fn::<u8, 16, _>(|at| at as u8 * 0x11));
        data[16..].copy_from_slice(&counted::<16>());
        let expected = [
            0x28, 0xc9, 0xf4, 0x04, 0xc4, 0xb8, 0x10, 0xf4, 0xcb, 0xcc, 0xb3, 0x5c, 0xfb, 0x87,
            0xf8, 0x26, 0x3f, 0x57, 0x86, 0xe2, 0xd8, 0x0e, 0xd3, 0x26, 0xcb, 0xc7, 0xf0, 0xe7,
            0x1a, 0x99, 0xf4, 0x3b, 0xfb, 0x98, 0x8b, 0x9b, 0x7a, 0x02, 0xdd, 0x21,
        ];
        assert_eq!(wrap(&kek, &Zeroizing::new(data)), expected);
        assert_eq!(unwrap(&kek, &expected).as_deref(), Ok(&data));
        assert_eq!(unwrap(&Zeroizing::new([1; 32]), &expected), Err(Mismatch));
    }

    /// RFC 7516 A.1: the content part of the example with A256GCM.
    #[test]
    fn rfc7516_a1_encrypt_and_decrypt() {
        let key = Zeroizing::new([
            177, 161, 244, 128, 84, 143, 225, 115, 63, 180, 3, 255, 107, 154, 212, 246, 138, 7,
            110, 91, 112, 46, 34, 105, 47, 130, 203, 46, 122, 234, 64, 252,
        ]);
        let iv = [227, 197, 117, 252, 2, 219, 233, 68, 180, 225, 77, 219];
        let aad = b"eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ";
        let text = b"The true sign of intelligence is not knowledge but imagination.";
        let encrypted = encrypt(&key, iv, aad, text);
        let ciphertext = "5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6ji\
            SdiwkIr3ajwQzaBtQD_A";
        assert_eq!(encrypted.ciphertext, decode(ciphertext).unwrap());
        assert_eq!(encrypted.tag, decode_exactly("XFBoMYUZodetZdvTiFvSkQ").unwrap());
        assert_eq!(decrypt(&key, aad, encrypted), Ok(text.to_vec()));
    }

    #[test]
    fn no_part_of_what_was_encrypted_can_change() {
        let key = Zeroizing::new([7; 32]);
        let made = || encrypt(&key, [1; 12], b"header", b"contents");
        assert!(decrypt(&key, b"header", made()).is_ok());
        let changes: [fn(&mut Encrypted); 3] =
            [|made| made.iv[0] ^= 1, |made| made.tag[15] ^= 1, |made| made.ciphertext[0] ^= 1];
        for change in changes {
            let mut changed = made();
            change(&mut changed);
            assert_eq!(decrypt(&key, b"header", changed), Err(Mismatch));
        }
        assert_eq!(decrypt(&key, b"Header", made()), Err(Mismatch));
        assert_eq!(decrypt(&Zeroizing::new([8; 32]), b"header", made()), Err(Mismatch));
    }
}
