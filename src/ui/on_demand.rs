//! Parts of a program that load when they are first needed.
//!
//! A program's first load holds its frame and its start page; whatever works on
//! a return or a round is a part, compiled into a WebAssembly file of its own
//! (`cargo xtask build`). A part that does not arrive is said so, and can be
//! asked for again: nothing of it has run, so nothing is lost.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
pub use wasm_split_helpers::SplitLoaderError as NotLoaded;

use super::govuk::Button;

/// Fetches a part and gives what makes its doors, once it is here.
pub type Load<T> = fn() -> Pin<Box<dyn Future<Output = Result<fn() -> T, NotLoaded>>>>;

/// A part of a program: its doors are a `T` of functions and handles.
pub struct OnDemand<T: 'static> {
    load: Load<T>,
    state: RwSignal<State<T>>,
    /// The root's: what a part sets up lives as long as the program.
    owner: StoredValue<Owner>,
}

#[derive(Clone, Copy)]
enum State<T> {
    Unasked,
    Awaited,
    Here(T),
    NotArrived,
}

impl<T> Clone for OnDemand<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for OnDemand<T> {}

impl<T: Copy + Send + Sync + 'static> OnDemand<T> {
    /// A part that is not asked for yet; call once, at the root.
    pub fn new(load: Load<T>) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        Self { load, state: RwSignal::new(State::Unasked), owner }
    }

    /// Its doors, where it is here; watched.
    pub fn here(self) -> Option<T> {
        match self.state.get() {
            State::Here(doors) => Some(doors),
            State::Unasked | State::Awaited | State::NotArrived => None,
        }
    }

    /// Asks for the part, unless it is here or on its way.
    pub fn want(self) {
        match self.state.get_untracked() {
            State::Here(_) | State::Awaited => {}
            State::Unasked | State::NotArrived => {
                self.state.set(State::Awaited);
                spawn_local(async move { self.arrive().await });
            }
        }
    }

    async fn arrive(self) {
        let arrived = match (self.load)().await {
            Ok(make) => State::Here(self.owner.with_value(|owner| owner.with(make))),
            Err(_) => State::NotArrived,
        };
        let _ = self.state.try_set(arrived);
    }

    /// Does `then` once the part is here, or says in a sentence that it did not arrive.
    pub fn when_here(self, then: impl FnOnce(Result<T, &'static str>) + 'static) {
        self.want();
        let mut then = Some(then);
        Effect::new(move || {
            let outcome = match self.state.get() {
                State::Here(doors) => Ok(doors),
                State::NotArrived => Err(NOT_ARRIVED),
                State::Unasked | State::Awaited => return,
            };
            if let Some(then) = then.take() {
                untrack(|| then(outcome));
            }
        });
    }

    /// What the part draws; until it is here, that it loads, or that it did not arrive.
    pub fn draw(self, drawing: impl Fn(T) -> AnyView + Send + 'static) -> AnyView {
        self.want();
        let shown = move || match self.state.get() {
            State::Here(doors) => untrack(|| drawing(doors)),
            State::NotArrived => self.not_arrived(),
            State::Unasked | State::Awaited => {
                view! { <p class="govuk-body" role="status">{LOADING}</p> }.into_any()
            }
        };
        shown.into_any()
    }

    fn not_arrived(self) -> AnyView {
        view! {
            <h1 class="govuk-heading-l">{NOT_ARRIVED_TITLE}</h1>
            <p class="govuk-body" role="alert">{NOT_ARRIVED}</p>
            <Button text=TRY_AGAIN on_click=move |()| self.want() />
        }
        .into_any()
    }
}

const LOADING: &str = "Loading.";
const TRY_AGAIN: &str = "Try again";
const NOT_ARRIVED_TITLE: &str = "This page did not load";
const NOT_ARRIVED: &str = "A part of this page did not load. Check your connection and try again. \
    Nothing that you have saved on this device is lost.";
