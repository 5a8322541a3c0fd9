//! Signing keys: the browser's own, not to be extracted, or a software key where it has none.
//!
//! One key for each invited slot of each round. Corrections must come from the
//! signer that the panel knows, so a slot keeps its key; two slots on one computer
//! are two signers; and nobody can follow an auditor from round to round by a key.
//! A round's own key is different: its panel must be able to back it up, so it is
//! always a software key and lives in the workbook.

use std::cell::RefCell;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;

use super::idb::KEYS;
use super::{Database, Storage, js, random};
use crate::envelope::{PublicKey, SoftwareKey};
use crate::id::{RoundId, SlotId};
use crate::store::{StoreError, Vault};

/// A slot's signing key.
pub struct SigningKey {
    secret: Secret,
    public: PublicKey,
    kept: Result<(), StoreError>,
}

enum Secret {
    Browser(CryptoKey),
    Software(Box<SoftwareKey>, Holder),
}

/// Who guards a key, for the screen to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The browser, which lets nobody read it.
    Browser,
    /// This program; whoever can use this browser profile could copy it.
    Software,
    /// This program; the passphrase of this device closes it.
    Passphrase,
}

/// Why nothing was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The browser refused or gave something else than a signature.
    #[error(
        "The browser could not sign. Nothing was lost: try again, or save a copy and open it in another browser."
    )]
    Refused,
}

impl SigningKey {
    /// The key of this slot: the one kept, or a new one that is kept from now on.
    ///
    /// A key that is there but cannot be read is an error, so that a second signer
    /// never appears unnoticed; where nothing can be kept, see [`SigningKey::kept`].
    pub async fn of_slot(
        storage: Option<&Storage>,
        round: &RoundId,
        slot: &SlotId,
    ) -> Result<Self, StoreError> {
        Self::named(storage, &[round.as_str(), slot.as_str()].join("/")).await
    }

    /// The key of whoever signs second for this slot: never the auditor's own.
    pub async fn of_second(
        storage: Option<&Storage>,
        round: &RoundId,
        slot: &SlotId,
    ) -> Result<Self, StoreError> {
        Self::named(storage, &[round.as_str(), slot.as_str(), "second"].join("/")).await
    }

    async fn named(storage: Option<&Storage>, name: &str) -> Result<Self, StoreError> {
        let Some(guarded) = storage.and_then(Storage::guarded) else {
            return Ok(Self::of_window(name, StoreError::Blocked));
        };
        let (database, vault) = (guarded.within(), guarded.vault());
        if let Some(key) = Self::kept_as(database, vault, name).await? {
            return Ok(key);
        }
        if vault.needs_passphrase() {
            return Ok(Self::of_window(name, StoreError::NeedsPassphrase));
        }
        // The browser's own key signs for every page that can read what is kept.
        if !vault.is_never_open()
            && let Some((key, record)) = Self::generate().await
            && database.add(KEYS, name, &record).await.is_ok()
        {
            return Ok(key);
        }
        // Another tab may have been quicker; some browsers make such keys but cannot keep them.
        if let Some(key) = Self::kept_as(database, vault, name).await? {
            return Ok(key);
        }
        // A correction has the signer of a version that was signed before there was a passphrase.
        let seed = if vault.is_never_open() { seed_of_window(name) } else { random::secret() };
        let (holder, record) = match vault.is_never_open() {
            true => (Holder::Passphrase, ("closed", closed(vault, name, &seed)?.into())),
            false => (Holder::Software, ("seed", Uint8Array::from(seed.as_slice()).into())),
        };
        let kept = database.add(KEYS, name, &js::object(&[record])).await;
        if kept.is_ok() {
            forget_in_window(name);
        }
        Ok(Self::software(seed, holder, kept))
    }

    /// The public half.
    pub fn public_key(&self) -> &PublicKey {
        &self.public
    }

    /// Who guards the secret half.
    pub fn holder(&self) -> Holder {
        match self.secret {
            Secret::Browser(_) => Holder::Browser,
            Secret::Software(_, holder) => holder,
        }
    }

    /// Whether the key will be here the next time; if not, a correction has another signer.
    pub fn kept(&self) -> &Result<(), StoreError> {
        &self.kept
    }

    /// Signs, and checks the signature before giving it away.
    pub async fn sign(&self, message: &[u8]) -> Result<[u8; 64], SignError> {
        let signature = match &self.secret {
            Secret::Software(key, _) => key.sign(message),
            Secret::Browser(key) => {
                sign_in_browser(key, message).await.ok_or(SignError::Refused)?
            }
        };
        if self.public.verifies(message, &signature) {
            Ok(signature)
        } else {
            Err(SignError::Refused)
        }
    }

    fn software(seed: [u8; 32], holder: Holder, kept: Result<(), StoreError>) -> Self {
        let key = SoftwareKey::from_seed(&seed);
        Self { public: key.public_key(), secret: Secret::Software(Box::new(key), holder), kept }
    }

    fn of_window(name: &str, why: StoreError) -> Self {
        Self::software(seed_of_window(name), Holder::Software, Err(why))
    }

    async fn kept_as(
        database: &Database,
        vault: &Vault,
        name: &str,
    ) -> Result<Option<Self>, StoreError> {
        let record = database.value(KEYS, name).await?;
        if record.is_undefined() {
            return Ok(None);
        }
        let key = match js::get(&record, "secret").dyn_into() {
            Ok(key) => of_public(key, &js::get(&record, "public")),
            Err(_) => match js::get(&record, "closed").as_string() {
                Some(closed) => opened(vault, name, closed)?
                    .map(|seed| Self::software(seed, Holder::Passphrase, Ok(()))),
                None => bytes(&js::get(&record, "seed"))
                    .map(|seed| Self::software(seed, Holder::Software, Ok(()))),
            },
        };
        key.map(Some).ok_or(StoreError::Evicted)
    }

    /// A new key of the browser's own with its record, where the browser can make one.
    async fn generate() -> Option<(Self, JsValue)> {
        let uses = js_sys::Array::of2(&"sign".into(), &"verify".into());
        let args = [algorithm(), false.into(), uses.into()];
        let pair = subtle("generateKey", &args).await?;
        let exported = subtle("exportKey", &["raw".into(), js::get(&pair, "publicKey")]).await?;
        let public: JsValue = Uint8Array::new(&exported).into();
        let secret: CryptoKey = js::get(&pair, "privateKey").dyn_into().ok()?;
        let record = js::object(&[("secret", secret.clone().into()), ("public", public.clone())]);
        Some((of_public(secret, &public)?, record))
    }
}

thread_local! {
    /// Seeds of this window, where nothing can be kept: a correction has the signer of the first version.
    static SEEDS: RefCell<Vec<(String, [u8; 32])>> = const { RefCell::new(Vec::new()) };
}

fn place(name: &str) -> String {
    [KEYS, name].join("/")
}

fn closed(vault: &Vault, name: &str, seed: &[u8; 32]) -> Result<String, StoreError> {
    let text = crate::json::to_string(seed).map_err(|_| StoreError::Other("not written".into()))?;
    vault.keep(text, &place(name))
}

/// `None` where it is another passphrase's, or damaged.
fn opened(vault: &Vault, name: &str, closed: String) -> Result<Option<[u8; 32]>, StoreError> {
    let text = vault.read(closed, &place(name))?;
    Ok(crate::json::from_slice(text.as_bytes()).ok())
}

fn seed_of_window(name: &str) -> [u8; 32] {
    SEEDS.with_borrow_mut(|seeds| {
        if let Some((_, seed)) = seeds.iter().find(|(known, _)| known == name) {
            return *seed;
        }
        let seed = random::secret();
        seeds.push((name.to_owned(), seed));
        seed
    })
}

fn forget_in_window(name: &str) {
    SEEDS.with_borrow_mut(|seeds| seeds.retain(|(known, _)| known != name));
}

fn of_public(secret: CryptoKey, public: &JsValue) -> Option<SigningKey> {
    let public = PublicKey::from_bytes(&bytes(public)?).ok()?;
    Some(SigningKey { secret: Secret::Browser(secret), public, kept: Ok(()) })
}

async fn sign_in_browser(key: &CryptoKey, message: &[u8]) -> Option<[u8; 64]> {
    let args = [algorithm(), key.into(), Uint8Array::from(message).into()];
    let signature = subtle("sign", &args).await?;
    bytes(&Uint8Array::new(&signature))
}

fn algorithm() -> JsValue {
    js::object(&[("name", "Ed25519".into())])
}

/// Calls Web Crypto, which only secure contexts have.
pub(super) async fn subtle(method: &str, args: &[JsValue]) -> Option<JsValue> {
    let crypto = js::get(&js::get(&js_sys::global(), "crypto"), "subtle");
    let promise = js::call(&crypto, method, args).ok()?;
    JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok()
}

fn bytes<const N: usize>(array: &JsValue) -> Option<[u8; N]> {
    array.dyn_ref::<Uint8Array>()?.to_vec().try_into().ok()
}
