//! A run that is killed, at whatever moment, leaves the old file or the new one.

mod common;

use std::path::Path;
use std::process::Stdio;
use std::time::Instant;

use common::plan;

const OLD: &[u8] = b"the old result";
const MOMENTS: u32 = 24;

/// Kills a command at many moments of its run; the file at `place` must be the
/// old one or that of a whole run.
fn survives(arguments: &[&str], place: &Path) {
    let run = || {
        let mut command = plan(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("the program starts")
    };
    let start = Instant::now();
    let status = run().wait().expect("it ends");
    let whole = start.elapsed();
    assert!(status.success(), "{arguments:?}");
    let new = std::fs::read(place).expect("written");

    let mut killed = 0;
    for moment in 0..MOMENTS {
        std::fs::write(place, OLD).expect("ours");
        let mut child = run();
        std::thread::sleep(whole * moment / MOMENTS);
        child.kill().expect("it can be killed");
        killed += u32::from(!child.wait().expect("it ends").success());
        let left = std::fs::read(place).expect("still there");
        assert!(
            left == OLD || left == new,
            "{arguments:?}, moment {moment}: {} bytes",
            left.len()
        );
    }
    assert!(killed > 0, "{arguments:?} was never killed");
}

#[test]
fn a_result_is_the_old_one_or_the_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    for (command, name) in [
        (["diff", "central", "weihai"], "weihai.json"),
        (["diff", "central", "taizhou"], "taizhou.xlsx"),
        (["report", "central", "guangzhou"], "guangzhou.html"),
    ] {
        let place = folder.path().join(name);
        let name = place.display().to_string();
        survives(&[&command[..], &["-o", &name]].concat(), &place);
    }
}

#[test]
fn a_recorded_tree_is_the_old_one_or_the_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = folder.path().join("plan.txt");
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/taizhou.txt");
    std::fs::copy(seed, &document).expect("a copy");
    let name = document.display().to_string();
    survives(
        &["check", &name, "--update", "--exit-zero"],
        &document.with_extension("tree"),
    );
}
