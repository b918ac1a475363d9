//! Who copied whom: a summary for the terminal, all of it as data.

use std::io::{self, Write};

use comfy_table::Cell;
use schemars::JsonSchema;
use serde::Serialize;

use super::Look;
use super::csv::Rows;
use super::json::{rounded, write_line};
use super::table::{number, table as new_table};
use super::text::{PLACE, STRONG, clean, styled, wrapped};
use crate::task::Date;
use crate::words::reuse as words;

/// Where a clause stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The plan's id.
    pub plan: &'a str,
    /// When it was issued.
    pub date: Option<Date>,
    /// The clause's id.
    pub clause: &'a str,
    /// How it is cited.
    pub citation: &'a str,
    /// Its wording.
    pub text: &'a str,
}

/// A clause that other local plans have too, with the likeness of the wordings.
#[derive(Debug, Clone, Copy)]
pub struct Borrowing<'a> {
    /// The clause.
    pub place: Place<'a>,
    /// Where it stands in the earliest plan that has it.
    pub earliest: (Place<'a>, f32),
    /// Where its wording is most alike.
    pub nearest: (Place<'a>, f32),
}

/// How much was compared.
#[derive(Debug, Clone, Copy)]
pub struct Counts {
    /// Local plans.
    pub plans: usize,
    /// Their clauses without a central source.
    pub clauses: usize,
}

/// One row a clause.
pub fn csv<'a>(
    borrowings: impl Iterator<Item = Borrowing<'a>>,
    bom: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::new(out, bom)?;
    rows.row([
        "plan",
        "date",
        "clause",
        "citation",
        "text",
        "earliest_plan",
        "earliest_date",
        "earliest_clause",
        "earliest_likeness",
        "nearest_plan",
        "nearest_date",
        "nearest_clause",
        "nearest_likeness",
    ])?;
    for Borrowing {
        place,
        earliest,
        nearest,
    } in borrowings
    {
        let mut fields = vec![
            place.plan.to_owned(),
            date(place),
            place.clause.to_owned(),
            place.citation.to_owned(),
            place.text.to_owned(),
        ];
        for (other, likeness) in [earliest, nearest] {
            fields.extend([
                other.plan.to_owned(),
                date(other),
                other.clause.to_owned(),
                format!("{likeness:.4}"),
            ]);
        }
        rows.row(&fields)?;
    }
    rows.finish()
}

fn date(place: Place) -> String {
    place.date.map(|date| date.to_string()).unwrap_or_default()
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Form<'a> {
    #[schemars(extend("const" = "plan.reuse/1"))]
    schema: &'static str,
    plan: &'a str,
    date: Option<String>,
    clause: &'a str,
    citation: &'a str,
    text: &'a str,
    earliest: OtherForm<'a>,
    nearest: OtherForm<'a>,
}

#[derive(Serialize, JsonSchema)]
struct OtherForm<'a> {
    plan: &'a str,
    date: Option<String>,
    clause: &'a str,
    text: &'a str,
    likeness: f64,
}

impl<'a> OtherForm<'a> {
    fn new((place, likeness): (Place<'a>, f32)) -> Self {
        Self {
            plan: place.plan,
            date: place.date.map(|date| date.to_string()),
            clause: place.clause,
            text: place.text,
            likeness: rounded(likeness),
        }
    }
}

/// `plan.reuse/1`: one line a clause.
pub fn json_lines<'a>(
    borrowings: impl Iterator<Item = Borrowing<'a>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for Borrowing {
        place,
        earliest,
        nearest,
    } in borrowings
    {
        let form = Form {
            schema: "plan.reuse/1",
            plan: place.plan,
            date: place.date.map(|date| date.to_string()),
            clause: place.clause,
            citation: place.citation,
            text: place.text,
            earliest: OtherForm::new(earliest),
            nearest: OtherForm::new(nearest),
        };
        write_line(&form, out)?;
    }
    Ok(())
}

/// Most plans and clauses that a terminal shows; the data forms have all.
const LISTED: usize = 20;

/// The plans that others took most from, and the clauses that most took over.
pub fn table<'a>(
    borrowings: impl Iterator<Item = Borrowing<'a>>,
    counts: Counts,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    use std::collections::BTreeMap;
    let lang = look.lang;
    let mut reused = 0;
    let mut plans: BTreeMap<&str, (usize, Option<Date>)> = BTreeMap::new();
    let mut clauses: BTreeMap<(&str, &str), (usize, Place)> = BTreeMap::new();
    for Borrowing {
        place,
        earliest: (first, _),
        ..
    } in borrowings
    {
        reused += 1;
        // The earliest has others after it: it took nothing over.
        if (first.date.is_none(), first.date, first.plan)
            < (place.date.is_none(), place.date, place.plan)
        {
            plans.entry(first.plan).or_insert((0, first.date)).0 += 1;
            clauses
                .entry((first.plan, first.clause))
                .or_insert((0, first))
                .0 += 1;
        }
    }
    let summary = words::summary(counts.plans, counts.clauses, reused, lang);
    writeln!(out, "{}", wrapped("", &summary, look.width))?;
    let mut plans: Vec<_> = plans.into_iter().collect();
    plans.sort_by_key(|&(plan, (count, _))| (std::cmp::Reverse(count), plan));
    if plans.is_empty() {
        return Ok(());
    }
    let columns = [
        words::plan(lang),
        words::date(lang),
        words::taken_over(lang),
    ];
    let mut shown = new_table(look, columns.map(str::to_owned));
    for (plan, (count, date)) in plans.iter().take(LISTED) {
        let date = date.map_or_else(|| "–".to_owned(), |date| date.to_string());
        shown.add_row([Cell::new(clean(plan)), Cell::new(date), number(count)]);
    }
    writeln!(out, "{shown}\n")?;
    let mut clauses: Vec<_> = clauses.into_values().collect();
    clauses.sort_by_key(|&(count, place)| (std::cmp::Reverse(count), place.plan, place.clause));
    writeln!(out, "{}", styled(STRONG, words::clauses(lang)))?;
    for (count, place) in clauses.iter().take(LISTED) {
        let first = format!(
            "  {count} × {} {} ",
            clean(place.plan),
            styled(PLACE, place.citation)
        );
        writeln!(out, "{}", wrapped(&first, &clean(place.text), look.width))?;
    }
    Ok(())
}
