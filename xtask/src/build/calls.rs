//! Calls from a page into its program: none after one was cut short (`calls.js` tells when that is).

use anyhow::{Result, bail};

/// What wasm-bindgen writes for each closure that JavaScript calls, of either kind, and what stands there instead.
const BEGINS: (&str, &str) =
    ("const real = (...args) => {", "const real = (...args) => {\nif (!callBegins()) return;");
const ENDS: (&str, &str) = (
    "} finally {\n                            ",
    "} finally {\n                            callEnds();\n                            ",
);

/// The glue of a page's program, each call of which is counted in and out.
pub fn counted(glue: &str) -> Result<String> {
    let (begins, ends) = (glue.matches(BEGINS.0).count(), glue.matches(ENDS.0).count());
    if begins == 0 || begins != ends {
        bail!(
            "wasm-bindgen writes closures in another way: {begins} begin and {ends} end as `calls.rs` knows them."
        );
    }
    let glue = glue.replace(BEGINS.0, BEGINS.1).replace(ENDS.0, ENDS.1);
    Ok(include_str!("calls.js").to_owned() + &glue)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSURE: &str = "const real = (...args) => {
                        state.cnt++;
                        try {
                            return f(state.a, state.b, ...args);
                        } finally {
                            real._wbg_cb_unref();
                        }
                    };";

    #[test]
    fn every_call_of_a_closure_is_counted_in_and_out() {
        let counted = counted(&[CLOSURE, CLOSURE].concat()).expect("as wasm-bindgen writes it");
        assert_eq!(counted.matches("if (!callBegins()) return;").count(), 2);
        assert_eq!(
            counted.matches("finally {\n                            callEnds();").count(),
            2
        );
    }

    #[test]
    fn closures_written_in_another_way_end_the_build() {
        for other in
            ["", "const real = (...args) => {}", &CLOSURE.replace("finally", "catch (error)")]
        {
            let told = counted(other).expect_err(other).to_string();
            assert!(told.contains("in another way"), "{told}");
        }
    }
}
