//! For the terminal.

use std::io::{self, Write};

use comfy_table::Cell;

use super::{Instruments, todo};
use crate::report::text::{FAINT, GOOD, PLACE, POOR, STRONG, clean, styled, title, wrapped};
use crate::report::wrap::fill;
use crate::report::{Look, table};
use crate::survey::{Deed, Named};
use crate::words::instruments as words;

/// Writes each document with what each local plan does, then the counts.
pub fn write(instruments: &Instruments, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    title(instruments.reference, look, out)?;
    let counted = words::counted(instruments.named.len(), look.lang);
    writeln!(out, "{}", wrapped("", &counted, look.width))?;
    for one in instruments.named {
        document(instruments, one, look, out)?;
        for deed in Deed::ALL {
            told(instruments, one, deed, look, out)?;
        }
    }
    writeln!(out)?;
    counts(instruments, look, out)?;
    writeln!(out, "{}", wrapped("", words::note(look.lang), look.width))
}

fn document(
    instruments: &Instruments,
    one: &Named,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let first = format!("\n{} ", styled(STRONG, todo(one.todo, look.lang)));
    let text = format!("{} {}", clean(&one.title), instruments.citations(one));
    writeln!(out, "{}", fill(&first, "  ", &text, look.width))
}

/// The local plans that do the same with a document, with the places that say
/// so.
fn told(
    instruments: &Instruments,
    one: &Named,
    deed: Deed,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let style = match deed {
        Deed::Own | Deed::Province | Deed::Central | Deed::Older => GOOD,
        Deed::Absent | Deed::Lost => POOR,
        Deed::Named | Deed::Higher => FAINT,
    };
    let fates = instruments.locals.iter().zip(&one.fates);
    let (with, without): (Vec<_>, Vec<_>) = fates
        .filter(|(_, fate)| fate.deed == deed)
        .partition(|(_, fate)| !fate.places.is_empty());
    let said = styled(style, super::deed(deed, look.lang));
    let colon = look.lang.pick(": ", "：");
    for (local, fate) in with {
        writeln!(out, "  {}{colon}{said}", local.id)?;
        for place in &fate.places {
            let first = format!("    {} ", styled(PLACE, &local.plan.citation(place.clause)));
            let text = clean(local.plan.text(place.clause));
            writeln!(out, "{}", fill(&first, "      ", &text, look.width))?;
        }
    }
    if !without.is_empty() {
        let ids: Vec<&str> = without.iter().map(|(local, _)| local.id.as_str()).collect();
        let ids = ids.join(look.lang.pick(", ", "、"));
        let line = format!("{ids}{colon}{said}");
        writeln!(out, "{}", fill("  ", "    ", &line, look.width))?;
    }
    Ok(())
}

/// How many documents meet with what in each local plan.
fn counts(instruments: &Instruments, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let locals = instruments.locals.iter();
    let header = std::iter::once(words::deed(look.lang).to_owned())
        .chain(locals.map(|local| local.id.clone()));
    let mut table = table::table(look, header);
    for deed in Deed::ALL {
        let counts = (0..instruments.locals.len()).map(|at| instruments.count(at, deed));
        let name = super::deed(deed, look.lang);
        table.add_row(std::iter::once(Cell::new(name)).chain(counts.map(table::number)));
    }
    writeln!(out, "{table}")
}
