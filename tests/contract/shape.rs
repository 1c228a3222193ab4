//! The shapes as JSON Schema. What the form, the rule book and the words of the wire fix is taken from them.

use std::collections::BTreeSet;

use gouji::form::{Edition, Key, Table};
use gouji::rules::RULES;
use serde_json::{Map, Value, json};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";
/// What `gouji check --format json` writes, and each line of `--format ndjson`.
pub fn output() -> Value {
    json!({
        "$schema": DRAFT,
        "title": "gouji check --format json, ndjson",
        "description": "一次检查的输出：json 是一个对象，ndjson 每行一份文件 / The output of a check: one object, or, as NDJSON, one document a line",
        "anyOf": [{ "$ref": "#/$defs/output" }, { "$ref": "#/$defs/document" }],
        "$defs": defs(),
    })
}

/// The file that `--waivers` takes and the page exports.
pub fn waivers() -> Value {
    json!({
        "$schema": DRAFT,
        "title": "gouji --waivers",
        "description": "已说明理由、不再提示的发现 / Findings to let stand, with reasons",
        "$defs": { "waiver": waiver() },
        "type": "object",
        "required": ["schema", "waivers"],
        "properties": {
            "schema": { "const": 1 },
            "waivers": { "type": "array", "items": { "$ref": "#/$defs/waiver" } },
        },
    })
}

/// An object that has all of these and nothing else.
fn object(properties: Value) -> Value {
    let names: Vec<&String> = properties.as_object().unwrap().keys().collect();
    json!({ "type": "object", "required": names, "additionalProperties": false, "properties": properties })
}

fn list(of: &str) -> Value {
    json!({ "type": "array", "items": { "$ref": format!("#/$defs/{of}") } })
}

fn waiver() -> Value {
    object(json!({
        "key": { "type": "string" },
        "agency": { "type": ["string", "null"] },
        "year": { "type": ["integer", "null"] },
        "reason": { "type": "string", "minLength": 1 },
    }))
}

fn defs() -> Value {
    let reference = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let rules: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let text = json!({ "type": "string" });
    json!({
        "output": object(json!({ "schema": { "const": 1 }, "documents": list("document") })),
        "document": { "oneOf": [{ "$ref": "#/$defs/read" }, { "$ref": "#/$defs/unread" }] },
        "read": object(json!({
            "schema": { "const": 1 },
            "source": text,
            "kind": { "enum": ["html", "text", "docx", "doc", "odt", "rtf", "xlsx", "xls", "ods", "pdf", "ofd", "host"] },
            "form": { "enum": ["2019", "2021", null] },
            "year": { "type": ["integer", "null"] },
            "agency": { "type": ["string", "null"] },
            "verdict": reference("verdict"),
            "tables": reference("tables"),
            "findings": list("finding"),
            "waived": list("waived"),
            "expired": list("waiver"),
            "repairs": { "type": "array", "items": list("change") },
            "outcomes": reference("outcomes"),
            "checks": list("check"),
            "troubles": { "type": "array", "items": text },
        })),
        "unread": object(json!({
            "schema": { "const": 1 },
            "source": text,
            "error": object(json!({
                "kind": { "type": "string", "pattern": "^[a-z]+(-[a-z]+)*$" },
                "message": { "type": "string", "minLength": 1 },
            })),
        })),
        "verdict": object(json!({
            "level": { "enum": ["error", "warning", "pass", "unknown"] },
            "message": { "type": "string", "minLength": 1 },
            "why": { "type": ["string", "null"] },
        })),
        "tables": tables(),
        "finding": finding(),
        "waived": object(json!({ "finding": reference("finding"), "reason": text })),
        "waiver": waiver(),
        "change": object(json!({
            "cell": reference("cell"),
            "found": { "type": ["number", "null"] },
            "proposed": { "type": "number" },
        })),
        "contribution": object(json!({
            "source": text,
            "agency": { "type": ["string", "null"] },
            "value": { "type": "number" },
        })),
        "check": object(json!({
            "rule": reference("rule"),
            "subject": text,
            "outcome": { "enum": ["held", "broken", "cannot_tell", "not_applicable"] },
            "reason": { "type": ["string", "null"] },
        })),
        "outcomes": object(json!({
            "held": reference("natural"),
            "broken": reference("natural"),
            "cannot_tell": reference("natural"),
            "not_applicable": reference("natural"),
        })),
        "place": place(),
        "rule": { "enum": rules },
        "cell": { "enum": cells() },
        "natural": { "type": "integer", "minimum": 0 },
        "count": { "type": "integer", "minimum": 1 },
    })
}

fn finding() -> Value {
    let mut finding = object(json!({
        "rule": { "$ref": "#/$defs/rule" },
        "subject": { "type": "string" },
        "severity": { "enum": ["error", "warning", "info"] },
        "message": { "type": "string", "minLength": 1 },
        "how": { "type": "string" },
        "basis": { "type": "string", "minLength": 1 },
        "cells": list("cell"),
        "found": { "type": ["number", "null"] },
        "expected": { "type": ["number", "null"] },
        "place": { "anyOf": [{ "$ref": "#/$defs/place" }, { "type": "null" }] },
        "key": { "type": "string", "minLength": 1 },
    }));
    // Only the sum over an area has these.
    finding["properties"]["contributions"] = list("contribution");
    finding
}

/// Every cell of both editions.
fn cells() -> BTreeSet<String> {
    let editions = Edition::ALL.iter();
    let tables = editions.flat_map(|edition| Table::ALL.map(|table| Key::all(table, *edition)));
    tables.flatten().map(Key::name).collect()
}

/// By table, then by row: one figure for each column that one of the editions prints.
fn tables() -> Value {
    let table = |table: Table| {
        let mut rows = Map::new();
        for edition in Edition::ALL {
            let keys = Key::all(table, edition);
            for key in &keys {
                let length = keys.iter().filter(|other| other.row == key.row).count();
                let row = rows.entry(key.row_id()).or_insert_with(|| {
                    json!({ "type": "array", "items": { "type": ["number", "null"] }, "minItems": length, "maxItems": length })
                });
                let (least, most) = (&row["minItems"], &row["maxItems"]);
                let least = least.as_u64().unwrap().min(length as u64);
                let most = most.as_u64().unwrap().max(length as u64);
                row["minItems"] = json!(least);
                row["maxItems"] = json!(most);
            }
        }
        json!({ "type": "object", "additionalProperties": false, "properties": rows })
    };
    let tables: Map<String, Value> = Table::ALL
        .map(|one| (one.name().to_string(), table(one)))
        .into_iter()
        .collect();
    json!({ "type": "object", "additionalProperties": false, "properties": tables })
}

/// Where it is, in the terms of the format; everything is counted from 1.
fn place() -> Value {
    let kind = |name: &str, must: &[&str], may: &[&str]| {
        let mut properties = Map::new();
        properties.insert("kind".into(), json!({ "const": name }));
        for field in must.iter().chain(may) {
            let of = match *field {
                "sheet" | "id" => json!({ "type": "string" }),
                "x" | "y" | "width" | "height" => json!({ "$ref": "#/$defs/natural" }),
                // A whole row or table has no last number.
                "row" | "column" | "cell" => json!({ "$ref": "#/$defs/natural" }),
                _ => json!({ "$ref": "#/$defs/count" }),
            };
            properties.insert((*field).into(), of);
        }
        let required: Vec<&str> = ["kind"].iter().chain(must).copied().collect();
        json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties })
    };
    json!({ "oneOf": [
        kind("text", &["line"], &[]),
        kind("html", &[], &["table", "row", "column"]),
        kind("story", &[], &["table", "row", "cell", "paragraph"]),
        kind("sheet", &["sheet"], &["row", "column"]),
        kind("page", &["page", "x", "y", "width", "height"], &[]),
        kind("host", &["id"], &[]),
    ] })
}
