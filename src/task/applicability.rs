//! Whether a locality can carry out a clause at all, by level, and why.

use crate::diagnostic::Span;

use super::{Applicability, Applies, Instrument, Reason};

/// A first reading by addressee and object.
pub(super) fn applicability(text: &str, clause: Span, instruments: &[Instrument]) -> Applicability {
    let sentence = clause.of(text);
    let verdict = national_instrument(text, instruments)
        .map(|object| (Applies::Higher, Reason::HigherObject { object }))
        .or_else(|| {
            let addressee = CENTRAL.iter().find(|body| sentence.starts_with(**body))?;
            let addressee = (*addressee).to_owned();
            Some((Applies::Higher, Reason::HigherAddressee { addressee }))
        })
        .unwrap_or((Applies::Local, Reason::NothingReserved));
    Applicability {
        province: verdict.clone(),
        city: verdict.clone(),
        county: verdict,
    }
}

const CENTRAL: &[&str] = &["中央", "国务院", "全国人大", "国家", "中国人民解放军"];

fn national_instrument(text: &str, instruments: &[Instrument]) -> Option<String> {
    let making = |instrument: &Instrument| {
        instrument.verb.is_some_and(|verb| {
            ["制定", "修订", "修改"]
                .iter()
                .any(|make| verb.of(text).starts_with(make))
        })
    };
    instruments
        .iter()
        .find(|instrument| {
            let title = instrument.span.of(text);
            making(instrument)
                && ["《中华人民共和国", "《中国共产党"]
                    .iter()
                    .any(|of| title.starts_with(of))
        })
        .map(|instrument| instrument.span.of(text).to_owned())
}
