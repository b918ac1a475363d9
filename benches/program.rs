//! What the program does with the seeds, timed by criterion: parsing, one pair,
//! coverage of many plans, export, report. `cargo bench --bench program`; what is
//! counted instead of timed stands in `tests/peers/speed.sh`.

// What the macro of criterion makes has no documentation.
#![allow(missing_docs)]

use std::hint::black_box;
use std::io::{self, sink};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use plan::align::{Alignment, Depth, Reference};
use plan::report::{self, Comparison, Document, Look, Selection};
use plan::source::{self, Limits};
use plan::survey::{Grain, Surveyed, rows};
use plan::task::{self, Level};
use plan::words::Lang;

const CENTRAL: &[u8] = include_bytes!("../seeds/central.txt");
const WEIHAI: &[u8] = include_bytes!("../seeds/weihai.txt");
const LOCALS: [(&[u8], Level); 3] = [
    (WEIHAI, Level::City),
    (include_bytes!("../seeds/taizhou.txt"), Level::City),
    (include_bytes!("../seeds/guangzhou.txt"), Level::City),
];

/// A document from the bytes of its file on.
fn read(bytes: &[u8], level: Level) -> Document {
    let source = source::read(bytes, "plan", &Limits::default()).expect("a seed is text");
    let plan = task::read(plan::outline::parse(&source.text, None));
    Document {
        id: "plan".to_owned(),
        called: None,
        title: plan.title().unwrap_or_default().to_owned(),
        level,
        place: None,
        guide: None,
        source,
        plan,
    }
}

fn comparison<'a>(
    reference: &'a Document,
    local: &'a Document,
    alignment: &'a Alignment,
) -> Comparison<'a> {
    Comparison {
        reference,
        local,
        alignment,
        decisions: None,
    }
}

fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    group.throughput(Throughput::Bytes(WEIHAI.len() as u64));
    let text = str::from_utf8(WEIHAI).expect("the seeds are UTF-8");
    group.bench_function("outline", |bench| {
        bench.iter(|| plan::outline::parse(black_box(text), None));
    });
    group.bench_function("outline and tasks", |bench| {
        bench.iter(|| read(black_box(WEIHAI), Level::City));
    });
    group.finish();
}

fn pair(criterion: &mut Criterion) {
    let (central, weihai) = (read(CENTRAL, Level::Central), read(WEIHAI, Level::City));
    let mut group = criterion.benchmark_group("pair");
    group.bench_function("index the reference", |bench| {
        bench.iter(|| Reference::new(black_box(&central.plan)));
    });
    let index = Reference::new(&central.plan);
    group.bench_function("align, for counting alone", |bench| {
        bench.iter(|| index.align_to(Depth::Links, black_box(&weihai.plan), Level::City));
    });
    group.bench_function("align, with changes and evidence", |bench| {
        bench.iter(|| index.align(black_box(&weihai.plan), Level::City));
    });
    let alignment = index.align(&weihai.plan, Level::City);
    let look = Look {
        lang: Lang::Zh,
        width: 80,
        ascii: false,
        color: false,
    };
    group.bench_function("the table of the comparison", |bench| {
        let comparison = comparison(&central, &weihai, &alignment);
        bench.iter(|| report::diff::table(&comparison, &Selection::default(), &look, &mut sink()));
    });
    group.finish();
}

fn many(criterion: &mut Criterion) {
    let central = read(CENTRAL, Level::Central);
    let index = Reference::new(&central.plan);
    let mut group = criterion.benchmark_group("coverage");
    group.throughput(Throughput::Elements(LOCALS.len() as u64));
    group.bench_function("of many, from bytes to rows", |bench| {
        bench.iter(|| -> io::Result<()> {
            for (bytes, level) in LOCALS {
                let local = read(black_box(bytes), level);
                let alignment = index.align_to(Depth::Links, &local.plan, level);
                let surveyed = Surveyed {
                    plan: &local.plan,
                    alignment: &alignment,
                };
                let column = report::coverage::Column {
                    reference: &central,
                    local: &local,
                    alignment: &alignment,
                    rows: &rows(&central.plan, &[surveyed], Grain::Chapter),
                };
                report::coverage::csv(&column, &mut sink())?;
            }
            Ok(())
        });
    });
    group.finish();
}

fn export(criterion: &mut Criterion) {
    let weihai = read(WEIHAI, Level::City);
    criterion.bench_function("export of a tree as JSON", |bench| {
        bench.iter(|| report::json::document(black_box(&weihai), Lang::En, &mut sink()));
    });
}

fn page(criterion: &mut Criterion) {
    let central = read(CENTRAL, Level::Central);
    let index = Reference::new(&central.plan);
    let locals: Vec<(Document, Alignment)> = LOCALS
        .into_iter()
        .map(|(bytes, level)| read(bytes, level))
        .map(|local| {
            let alignment = index.align(&local.plan, local.level);
            (local, alignment)
        })
        .collect();
    criterion.bench_function("report of three cities as a page", |bench| {
        bench.iter(|| {
            let mut page = report::html::Page::new(&central);
            for (local, alignment) in &locals {
                page.add(&comparison(&central, local, alignment));
            }
            page.write(Lang::Zh, &mut sink())
        });
    });
}

criterion_group!(benches, parse, pair, many, export, page);
criterion_main!(benches);
