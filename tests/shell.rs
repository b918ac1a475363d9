//! What stands around the commands: completions, manual pages, `plan.toml`,
//! help and usage errors in the reader's language.

mod common;

use std::path::Path;
use std::process::{Command, Stdio};

use common::{plan, stderr, stdout};

/// The shells, with the option by which one checks a script without running it.
const SHELLS: [(&str, Option<&str>); 5] = [
    ("bash", Some("-n")),
    ("zsh", Some("-n")),
    ("fish", Some("--no-execute")),
    ("powershell", None),
    ("elvish", None),
];

#[test]
fn each_shell_has_a_script_that_it_accepts() {
    let folder = tempfile::tempdir().expect("a folder");
    for (shell, checker) in SHELLS {
        let script = stdout(&["completions", shell], 0);
        assert!(script.contains("PLAN_COMPLETE"), "{shell}: {script}");
        let Some(checking) = checker else {
            continue;
        };
        let place = folder.path().join(shell);
        std::fs::write(&place, script).expect("written");
        let checked = Command::new(shell).arg(checking).arg(&place).output();
        match checked {
            Ok(checked) => assert!(checked.status.success(), "{shell}: {checked:?}"),
            Err(error) => eprintln!("{shell} is not there to check its script: {error}"),
        }
    }
}

/// What a shell is offered after these words, by way of fish, which shows each
/// candidate with its help.
fn offered(words: &[&str], folder: &Path) -> String {
    let output = plan(&[])
        .arg("--")
        .arg("plan")
        .args(words)
        .env("PLAN_COMPLETE", "fish")
        .current_dir(folder)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A corpus with one document, 沿海, in the folder `corpus`.
fn corpus(folder: &Path) {
    let documents = folder.join("corpus");
    std::fs::create_dir(&documents).expect("a folder");
    std::fs::write(
        documents.join("yanhai.txt"),
        "沿海市工作规划实施细则\n\n一、加强教育\n（一）开展主题教育。\n",
    )
    .expect("written");
    stdout(&["add", documents.to_str().expect("a path")], 0);
}

#[test]
fn what_is_typed_is_completed() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path();
    for (words, first) in [
        (vec!["dif"], "diff\tCompare a local plan"),
        (vec!["--lang", "zh", "dif"], "diff\t比较地方文件"),
        (vec!["diff", "cen"], "central\t建立健全"),
        (vec!["diff", "中央规"], "中央规划\t建立健全"),
        (vec!["diff", "central", "wei"], "weihai\t"),
        (vec!["coverage", "central", "weihai", "tai"], "taizhou\t"),
        (vec!["explain", "cen"], "central:\t"),
        (
            vec!["diff", "central", "weihai", "--guide", "cen"],
            "central\t",
        ),
        (vec!["diff", "--format", "ma"], "markdown"),
        (vec!["completions", "fi"], "fish"),
    ] {
        let offered = offered(&words, empty);
        assert!(offered.starts_with(first), "{words:?}: {offered}");
    }

    corpus(folder.path());
    let named = offered(&["--corpus", "corpus", "diff", "yan"], folder.path());
    assert!(named.starts_with("yanhai\t"), "{named}");
    std::fs::write(folder.path().join("plan.toml"), "corpus = 'corpus'").expect("written");
    let below = folder.path().join("corpus");
    let set = offered(&["show", ""], &below);
    assert!(set.starts_with("yanhai\t"), "{set}");
    assert!(set.contains("yanhai.txt"), "{set}");
    assert!(!set.contains("central"), "{set}");
}

#[test]
fn manual_pages_are_written_for_every_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let commands: Vec<String> = stdout(&["--help"], 0)
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !["", "help"].contains(name))
        .map(str::to_owned)
        .collect();
    assert!(commands.len() > 15, "{commands:?}");
    for (lang, heading, about) in [
        ("en", ".SH SYNOPSIS", "Compare a local plan"),
        ("zh", ".SH 用法", "比较地方文件"),
    ] {
        let place = folder.path().join(lang);
        let pages = place.to_str().expect("a path");
        stdout(&["--lang", lang, "man", "-o", pages], 0);
        for name in &commands {
            let page = std::fs::read_to_string(place.join(format!("plan-{name}.1")));
            assert!(page.is_ok_and(|page| page.contains(heading)), "{name}");
        }
        let page = stdout(&["--lang", lang, "man", "diff"], 0);
        assert!(page.contains(about), "{page}");
        assert!(place.join("plan.1").exists() && place.join("plan-decisions-to-gold.1").exists());
    }
    assert_eq!(
        stderr(&["man", "dif"], 2),
        "error: there is no command “dif”; `plan --help` lists them\n"
    );
}

/// Standard output and error of a command run in a folder.
fn run_in(folder: &Path, arguments: &[&str]) -> String {
    let output = plan(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8")
}

#[test]
fn settings_hold_below_their_folder_and_give_way_to_arguments() {
    let folder = tempfile::tempdir().expect("a folder");
    corpus(folder.path());
    let below = folder.path().join("corpus");
    let set = "corpus = 'corpus'\nlang = 'zh'\n[format]\nlist = 'json'\nunits = 'markdown'\n";
    std::fs::write(folder.path().join("plan.toml"), set).expect("written");
    for (arguments, begins) in [
        (vec!["list"], "{\n  \"schema\": \"plan.corpus/1\""),
        (vec!["list", "--format", "table", "--lang", "en"], "───"),
        (vec!["units", "yanhai"], "| 文件 | 单位 |"),
        (vec!["lisst"], "错误: 没有“lisst”这个命令；是否指“list”？"),
    ] {
        let printed = run_in(&below, &arguments);
        assert!(printed.starts_with(begins), "{arguments:?}: {printed}");
    }
    // The extension of -o says more than what is taken for granted.
    run_in(&below, &["units", "yanhai", "-o", "units.json"]);
    let written = std::fs::read_to_string(below.join("units.json")).expect("a file");
    assert!(written.starts_with('{'), "{written}");
}

#[test]
fn settings_that_cannot_be_followed_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    for (settings, told) in [
        (
            "corpse = 'x'",
            "cannot be understood; it may hold corpus, lang and [format]:",
        ),
        ("lang = 'fr'", ": no language “fr”; use zh or en"),
        (
            "[format]\nnope = 'x'",
            ": [format] names “nope”, which is no command with a choice of forms",
        ),
        (
            "[format]\nlist = 'x'",
            ": `list` has no form “x”; there are table, json",
        ),
        ("corpus = 'nowhere'", "there is no register"),
    ] {
        std::fs::write(folder.path().join("plan.toml"), settings).expect("written");
        let printed = run_in(folder.path(), &["list"]);
        assert!(printed.contains(told), "{settings}: {printed}");
        // A shell that completes is not disturbed.
        assert!(offered(&["dif"], folder.path()).starts_with("diff\t"));
    }
}

#[test]
fn help_and_usage_errors_speak_chinese() {
    for arguments in [
        vec!["--help"],
        vec!["help"],
        vec!["help", "diff"],
        vec!["diff", "--help"],
        vec!["explain", "-h"],
        vec!["decisions", "--help"],
        vec!["decisions", "to-gold", "--help"],
    ] {
        let page = stdout(&[&arguments[..], &["--lang", "zh"]].concat(), 0);
        assert!(page.contains("用法：plan"), "{page}");
        for english in [
            "Usage",
            "Commands",
            "Arguments",
            "Options",
            "OPTIONS",
            "default",
            "Print",
        ] {
            assert!(!page.contains(english), "{arguments:?}: {page}");
        }
    }
    for (arguments, told) in [
        (vec!["dif"], "没有“dif”这个命令；是否指“diff”？"),
        (vec!["diff"], "缺少参数：<REF>、<LOCAL>..."),
        (vec!["list", "--nope"], "没有“--nope”这个选项或参数"),
        (
            vec!["list", "--format", "xx"],
            "“--format <FORM>”不能取“xx”；可选：table、json",
        ),
        (vec!["list", "--jobs", "many"], "“--jobs <N>”不能取“many”"),
        (vec!["list", "--format"], "“--format <FORM>”需要一个值"),
        (
            vec!["list", "--guide", "x", "--no-guide"],
            "“--guide <DOC>”与“--no-guide”不能同时使用",
        ),
        (vec!["decisions"], "请指定一个命令"),
    ] {
        let complaint = stderr(&[&["--lang", "zh"], &arguments[..]].concat(), 2);
        assert!(
            complaint.starts_with(&format!("错误: {told}\n")),
            "{complaint}"
        );
        for english in ["error", "Usage", "OPTIONS", "For more"] {
            assert!(!complaint.contains(english), "{arguments:?}: {complaint}");
        }
    }
}
