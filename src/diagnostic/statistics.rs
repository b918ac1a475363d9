//! How often each rule occurs.

use super::{Findings, Rule};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
/// How often each rule occurs.
pub struct StatisticsForm {
    #[schemars(extend("const" = "plan.statistics/1"))]
    schema: &'static str,
    documents: usize,
    accepted: usize,
    statistics: Vec<RuleForm>,
}

#[derive(Serialize, JsonSchema)]
struct RuleForm {
    code: &'static str,
    name: &'static str,
    #[schemars(extend("enum" = ["error", "warning", "info"]))]
    severity: &'static str,
    count: usize,
}

/// Counts by rule, the most frequent first, then by code.
pub fn count(findings: &Findings) -> Vec<(Rule, usize)> {
    let mut counts = BTreeMap::new();
    for diagnostic in findings.diagnostics() {
        *counts.entry(diagnostic.rule()).or_insert(0) += 1;
    }
    let mut counts: Vec<(Rule, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&(rule, count)| (std::cmp::Reverse(count), rule));
    counts
}

/// Writes a line a rule: count, code, name.
pub fn write(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    let counts = count(findings);
    let digits = counts
        .first()
        .map_or(0, |(_, count)| count.to_string().len());
    for (rule, count) in counts {
        writeln!(out, "{count:digits$}  {}  {}", rule.code(), rule.name())?;
    }
    Ok(())
}

/// Writes the counts as one object.
pub fn write_json(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    let form = StatisticsForm {
        schema: "plan.statistics/1",
        documents: findings.documents.len(),
        accepted: findings.accepted,
        statistics: count(findings)
            .into_iter()
            .map(|(rule, count)| RuleForm {
                code: rule.code(),
                name: rule.name(),
                severity: rule.severity().name(),
                count,
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &form)?;
    writeln!(out)
}
