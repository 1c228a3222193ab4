//! Reads Rust types that serde writes or reads, and says them in TypeScript. Knows the few attributes of serde that the
//! wire types use, and stops at any other, so that nothing is said that is not so.

use std::fs;
use std::path::Path;

use syn::{
    Attribute, Expr, Field, Fields, GenericArgument, Item, Lit, Meta, PathArguments, Type, Variant,
};

/// A file with wire types, and the names that its types have in TypeScript, in the order in which they are written.
pub struct Wire {
    pub file: &'static str,
    pub names: &'static [(&'static str, &'static str)],
}

/// Types of fields that are written as something else, whatever file they stand in.
pub struct Words {
    /// The alias of the Rust type, its name in TypeScript, and the words.
    pub list: Vec<(&'static str, &'static str, Vec<String>)>,
}

/// A type in TypeScript, with its comment.
pub fn declarations(wire: &Wire, all: &[Wire], words: &Words) -> String {
    let items = parse(wire.file);
    let mut out = String::new();
    for (rust, name) in wire.names {
        let names = Names { wire, all, words };
        let item = items.iter().find(|item| is_named(item, rust));
        let item = item.unwrap_or_else(|| panic!("{} has no {rust}", wire.file));
        out.push('\n');
        out.push_str(&match item {
            Item::Struct(item) => {
                let container = Serde::of(&item.attrs);
                let fields = names.fields(&item.fields, &container, "  ");
                format!(
                    "{}export interface {name} {{\n{fields}}}\n",
                    comment(&item.attrs, "")
                )
            }
            Item::Enum(item) => {
                let container = Serde::of(&item.attrs);
                let variants = item.variants.iter().map(|v| names.variant(v, &container));
                let variants: Vec<String> = variants.collect();
                let comment = comment(&item.attrs, "");
                format!("{comment}export type {name} = {};\n", variants.join(" | "))
            }
            _ => panic!("{rust} is neither a struct nor an enum"),
        });
    }
    out
}

/// Every type of a file that serde writes or reads.
pub fn wire_types(file: &str) -> Vec<String> {
    let derives = |attrs: &[Attribute]| {
        let lists = attrs.iter().filter(|a| a.path().is_ident("derive"));
        lists.map(text_of).any(|text| text.contains("erialize"))
    };
    let named = parse(file).into_iter().filter_map(|item| match item {
        Item::Struct(item) if derives(&item.attrs) => Some(item.ident.to_string()),
        Item::Enum(item) if derives(&item.attrs) => Some(item.ident.to_string()),
        _ => None,
    });
    named.collect()
}

/// The words that a function gives in the arms of its `match`: as they are, in `Some`, or first in a pair.
pub fn words_of(file: &str, owner: Option<&str>, function: &str) -> Vec<String> {
    let items = parse(file);
    let block = items.iter().find_map(|item| match (item, owner) {
        (Item::Fn(f), None) if f.sig.ident == function => Some(&*f.block),
        (Item::Impl(i), Some(owner)) if i.trait_.is_none() && last(&i.self_ty) == owner => {
            i.items.iter().find_map(|item| match item {
                syn::ImplItem::Fn(f) if f.sig.ident == function => Some(&f.block),
                _ => None,
            })
        }
        _ => None,
    });
    let block = block.unwrap_or_else(|| panic!("{file} has no {function}"));
    let Some(syn::Stmt::Expr(Expr::Match(cases), None)) = block.stmts.last() else {
        panic!("{function} in {file} does not end in a match");
    };
    let words = cases.arms.iter().filter_map(|arm| word(&arm.body));
    words.collect()
}

fn word(body: &Expr) -> Option<String> {
    match body {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(text.value()),
            _ => panic!("a word that is no text"),
        },
        Expr::Tuple(pair) => pair.elems.first().and_then(word),
        Expr::Call(some) => some.args.first().and_then(word),
        Expr::Path(none) if none.path.is_ident("None") => None,
        _ => panic!("an arm that gives no word"),
    }
}

/// The comment on an alias.
pub fn comment_of(file: &str, alias: &str) -> String {
    let items = parse(file);
    let found = items.iter().find_map(|item| match item {
        Item::Type(item) if item.ident == alias => Some(comment(&item.attrs, "")),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{file} has no {alias}"))
}

/// The value of a constant that is a number.
pub fn number_of(file: &str, name: &str) -> String {
    let items = parse(file);
    let value = items.iter().find_map(|item| match item {
        Item::Const(item) if item.ident == name => match &*item.expr {
            Expr::Lit(lit) => match &lit.lit {
                Lit::Int(number) => Some(number.base10_digits().to_string()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    value.unwrap_or_else(|| panic!("{file} has no number {name}"))
}

struct Names<'a> {
    wire: &'a Wire,
    all: &'a [Wire],
    words: &'a Words,
}

impl Names<'_> {
    fn fields(&self, fields: &Fields, container: &Serde, indent: &str) -> String {
        let lines = fields.iter().map(|field| {
            let name = field.ident.as_ref().expect("a named field").to_string();
            let serde = Serde::of(&field.attrs);
            let comment = comment(&field.attrs, indent);
            let (mark, of) = self.field(field, &serde, container);
            format!(
                "{comment}{indent}{}{mark}: {of};\n",
                serde.name(&name, container)
            )
        });
        lines.collect()
    }

    /// Whether the field may be left out, and its type.
    fn field(&self, field: &Field, serde: &Serde, container: &Serde) -> (&'static str, String) {
        let may_be_absent = serde.default || container.default;
        match (serde.skips_none, inner(&field.ty, "Option")) {
            (true, Some(of)) => ("?", self.name(of)),
            (true, None) => panic!("a field that is skipped and no Option"),
            _ if may_be_absent => ("?", self.name(&field.ty)),
            _ => ("", self.name(&field.ty)),
        }
    }

    fn variant(&self, variant: &Variant, container: &Serde) -> String {
        let word = match container.rename_all.as_deref() {
            Some("snake_case" | "lowercase") => variant.ident.to_string().to_lowercase(),
            _ => variant.ident.to_string(),
        };
        match (&variant.fields, &container.tag) {
            (Fields::Unit, None) => format!("'{word}'"),
            (Fields::Unnamed(one), None) if container.untagged => self.name(&one.unnamed[0].ty),
            (Fields::Named(named), Some(tag)) => {
                let mut own = vec![format!("{tag}: '{word}'")];
                let mut others = String::new();
                for field in &named.named {
                    let serde = Serde::of(&field.attrs);
                    let name = field.ident.as_ref().expect("a named field").to_string();
                    if serde.flatten {
                        let of = inner(&field.ty, "Option").expect("a flat field is an Option");
                        others.push_str(&format!(" & Partial<{}>", self.name(of)));
                        continue;
                    }
                    let (mark, of) = self.field(field, &serde, container);
                    own.push(format!("{}{mark}: {of}", serde.name(&name, container)));
                }
                format!("({{ {} }}{others})", own.join("; "))
            }
            _ => panic!("a variant of a kind that is not known here"),
        }
    }

    fn name(&self, of: &Type) -> String {
        if let Type::Reference(to) = of {
            return self.name(&to.elem);
        }
        if let Some(of) = inner(of, "Box") {
            return self.name(of);
        }
        if let Some(of) = inner(of, "Option") {
            return format!("{} | null", self.name(of));
        }
        if let Some(of) = inner(of, "Vec") {
            let name = self.name(of);
            return match name.contains(' ') {
                true => format!("({name})[]"),
                false => format!("{name}[]"),
            };
        }
        if let Some(of) = inner(of, "Rows") {
            // A row that was not found is absent.
            return format!("Partial<Record<string, {}>>", self.name(of));
        }
        if let Some(of) = inner(of, "BTreeMap") {
            return format!("Record<string, {}>", self.name(of));
        }
        let rust = last(of);
        match rust.as_str() {
            "String" | "str" => return "string".into(),
            "bool" => return "boolean".into(),
            "u32" | "i32" | "usize" | "Number" => return "number".into(),
            _ => {}
        }
        if let Some((_, name, _)) = self.words.list.iter().find(|(alias, ..)| *alias == rust) {
            return name.to_string();
        }
        // A type of the same file goes before one of the same name elsewhere.
        let near = [self.wire].into_iter().chain(self.all);
        let names = near.flat_map(|wire| wire.names);
        let found = names.into_iter().find(|(name, _)| *name == rust);
        found
            .unwrap_or_else(|| panic!("{rust} in {} has no TypeScript", self.wire.file))
            .1
            .into()
    }
}

/// The attributes of serde on a container or a field.
#[derive(Default)]
struct Serde {
    rename: Option<String>,
    rename_all: Option<String>,
    tag: Option<String>,
    untagged: bool,
    flatten: bool,
    default: bool,
    skips_none: bool,
}

impl Serde {
    fn of(attrs: &[Attribute]) -> Serde {
        let mut serde = Serde::default();
        for attr in attrs.iter().filter(|a| a.path().is_ident("serde")) {
            let read = attr.parse_nested_meta(|meta| {
                let name = meta.path.get_ident().expect("a word").to_string();
                let value = match meta.value() {
                    Ok(value) => Some(value.parse::<syn::LitStr>()?.value()),
                    Err(_) => None,
                };
                match (name.as_str(), value) {
                    ("rename", value) => serde.rename = value,
                    ("rename_all", value) => serde.rename_all = value,
                    ("tag", value) => serde.tag = value,
                    ("untagged", None) => serde.untagged = true,
                    ("flatten", None) => serde.flatten = true,
                    ("default", _) => serde.default = true,
                    ("skip_serializing_if", Some(of)) if of == "Option::is_none" => {
                        serde.skips_none = true;
                    }
                    (other, _) => panic!("serde's {other} is not known here"),
                }
                Ok(())
            });
            read.expect("attributes that can be read");
        }
        serde
    }

    fn name(&self, field: &str, container: &Serde) -> String {
        match (&self.rename, container.rename_all.as_deref()) {
            (Some(name), _) => name.clone(),
            (None, Some("camelCase")) => {
                let mut words = field.split('_');
                let first = words.next().unwrap_or_default().to_string();
                words.fold(first, |name, word| {
                    name + &word[..1].to_uppercase() + &word[1..]
                })
            }
            _ => field.to_string(),
        }
    }
}

fn parse(file: &str) -> Vec<Item> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(path).unwrap();
    syn::parse_file(&text).unwrap().items
}

fn is_named(item: &Item, name: &str) -> bool {
    match item {
        Item::Struct(item) => item.ident == name,
        Item::Enum(item) => item.ident == name,
        _ => false,
    }
}

/// The last name of a path: `u32`, `WordsView`.
fn last(of: &Type) -> String {
    match of {
        Type::Path(path) => path.path.segments.last().unwrap().ident.to_string(),
        _ => panic!("a type of a kind that is not known here"),
    }
}

/// The last type between the brackets of `outer<…>`.
fn inner<'a>(of: &'a Type, outer: &str) -> Option<&'a Type> {
    let Type::Path(path) = of else { return None };
    let segment = path.path.segments.last()?;
    let PathArguments::AngleBracketed(list) = &segment.arguments else {
        return None;
    };
    let GenericArgument::Type(inner) = list.args.last()? else {
        return None;
    };
    (segment.ident == outer).then_some(inner)
}

/// The documentation as one comment.
fn comment(attrs: &[Attribute], indent: &str) -> String {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(lit) => match &lit.lit {
                Lit::Str(text) => Some(text.value().trim().to_string()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let text = lines.collect::<Vec<_>>().join(" ");
    match text.is_empty() {
        true => String::new(),
        false => format!("{indent}/** {text} */\n"),
    }
}

fn text_of(attr: &Attribute) -> String {
    match &attr.meta {
        Meta::List(list) => list.tokens.to_string(),
        _ => String::new(),
    }
}
