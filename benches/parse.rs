//! Parsing with spans and diagnostics beside `LC_ALL=C.UTF-8 wc -m` on the same
//! text: the seeds, over and over, 100 MB of them or as many as
//! `PLAN_BENCH_MEGABYTES` says. One thread. Prints megabytes a second and how
//! many times as fast as `wc` each is; run it with `cargo bench --bench parse`.
//!
//! Times are processor time where the system tells it (`/proc`), so that other
//! work on the machine does not count; else time on the clock.

use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::Instant;

const SEEDS: [&str; 5] = [
    include_str!("../seeds/central.txt"),
    include_str!("../seeds/weihai.txt"),
    include_str!("../seeds/taizhou.txt"),
    include_str!("../seeds/guangzhou.txt"),
    include_str!("../seeds/shanghai.txt"),
];

/// How many of them are sound; the rest are damaged text, which is put back in
/// order by a search that takes far longer.
const SOUND: usize = 4;

/// Each figure is the best of so many runs.
const RUNS: usize = 3;

fn main() -> std::io::Result<()> {
    // Without `--bench` it is being tested whether it runs at all.
    let measuring = std::env::args().any(|argument| argument == "--bench");
    let megabytes = std::env::var("PLAN_BENCH_MEGABYTES")
        .ok()
        .and_then(|megabytes| megabytes.parse().ok())
        .unwrap_or(if measuring { 100 } else { 1 });
    let bytes = megabytes << 20;
    let text = seeds_up_to(bytes);
    let line = text.replace(['\n', '\r'], "");
    let file = tempfile::NamedTempFile::new()?;
    std::fs::write(file.path(), &text)?;

    let mut wc = Command::new("wc");
    wc.env("LC_ALL", "C.UTF-8").arg("-m").arg(file.path());
    wc.stdout(Stdio::null());
    let counted = best(|| {
        let status = wc.status().expect("wc is installed");
        assert!(status.success());
    });
    println!("{megabytes} MB of seed text, one thread, best of {RUNS}");
    let report = |name: &str, bytes: usize, seconds: f64| {
        let speed = bytes as f64 / seconds / f64::from(1 << 20);
        let wc = text.len() as f64 / counted / f64::from(1 << 20);
        println!(
            "{name:28} {speed:6.0} MB/s  {:5.2} times as fast as wc -m",
            speed / wc
        );
    };
    report("wc -m", text.len(), counted);
    let documents = best(|| {
        let mut read = 0;
        for seed in SEEDS[..SOUND].iter().cycle() {
            black_box(plan::outline::parse(seed, None));
            read += seed.len();
            if read >= bytes {
                break;
            }
        }
    });
    report("parse, sound documents", bytes, documents);
    let mut put_in_order = 0;
    let damaged = best(|| {
        put_in_order = 0;
        for seed in SEEDS[SOUND..].iter().cycle().take(10) {
            black_box(plan::outline::parse(seed, None));
            put_in_order += seed.len();
        }
    });
    report("put damaged text in order", put_in_order, damaged);
    let whole = best(|| {
        black_box(plan::outline::parse(&text, None));
    });
    report("parse, as one text", text.len(), whole);
    let one_line = best(|| {
        black_box(plan::outline::parse(&line, None));
    });
    report("parse, as one line", line.len(), one_line);
    let quarter = &line[..line.floor_char_boundary(line.len() / 4)];
    let part = best(|| {
        black_box(plan::outline::parse(quarter, None));
    });
    println!(
        "four times the line takes {:.2} times as long",
        one_line / part
    );
    Ok(())
}

fn seeds_up_to(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + (1 << 16));
    for seed in SEEDS.iter().cycle() {
        text.push_str(seed);
        if text.len() >= bytes {
            break;
        }
    }
    text
}

/// Seconds of the fastest run.
fn best(mut run: impl FnMut()) -> f64 {
    (0..RUNS)
        .map(|_| {
            let (clock, before) = (Instant::now(), processor_seconds());
            run();
            match (before, processor_seconds()) {
                (Some(before), Some(after)) => after - before,
                _ => clock.elapsed().as_secs_f64(),
            }
        })
        .fold(f64::INFINITY, f64::min)
}

/// Processor time of this process and those it waited for, in seconds: fields
/// 14 to 17 of `/proc/self/stat`, in hundredths (proc_pid_stat(5)).
fn processor_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields = stat.rsplit_once(')')?.1.split_whitespace();
    let ticks: Vec<f64> = fields
        .skip(11)
        .take(4)
        .filter_map(|field| field.parse().ok())
        .collect();
    (ticks.len() == 4).then(|| ticks.iter().sum::<f64>() / 100.0)
}
