//! Layers of a PDF that are switched off.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier};
use hayro_syntax::page::Resources;

use super::streams::Budget;

#[derive(Debug, Default)]
pub struct Hidden {
    layers: Vec<ObjectIdentifier>,
}

/// Layers of one document.
const LAYERS: usize = 1_000;

impl Hidden {
    /// The layers that the default configuration switches off.
    pub fn of(pdf: &Pdf) -> Self {
        let off = || {
            let root: Dict = pdf.xref().get(pdf.xref().root_id())?;
            let default: Dict = root.get::<Dict>(b"OCProperties")?.get(b"D")?;
            default.get::<Array>(b"OFF")
        };
        let layers = off().into_iter().flat_map(|array| {
            array
                .raw_iter()
                .take(LAYERS)
                .filter_map(|layer| match layer {
                    MaybeRef::Ref(layer) => Some(layer.into()),
                    MaybeRef::NotRef(_) => None,
                })
        });
        Hidden {
            layers: layers.collect(),
        }
    }

    /// `/OC /name BDC`: the name stands among the resources.
    pub fn is_hidden_mark(
        &self,
        operands: &[&Object],
        resources: &Resources,
        budget: &mut Budget,
    ) -> bool {
        match operands {
            [Object::Name(tag), Object::Name(name)]
                if !self.layers.is_empty() && tag.as_ref() == b"OC" =>
            {
                let layer = resources.properties.get::<Dict>(name);
                layer.is_some_and(|layer| self.is_off(&layer, budget))
            }
            _ => false,
        }
    }

    /// A form or a picture that belongs to a layer.
    pub fn is_hidden_object(&self, dict: &Dict, budget: &mut Budget) -> bool {
        !self.layers.is_empty()
            && dict
                .get::<Dict>(b"OC")
                .is_some_and(|layer| self.is_off(&layer, budget))
    }

    fn is_off(&self, layer: &Dict, budget: &mut Budget) -> bool {
        let off = |layer: &Dict| layer.obj_id().is_some_and(|id| self.layers.contains(&id));
        let member = layer.get::<Dict>(b"OCGs");
        budget.pay(layer.data().len() + member.as_ref().map_or(0, |dict| dict.data().len()));
        off(layer) || member.is_some_and(|layer| off(&layer))
    }
}

/// Open marked contents.
#[derive(Default)]
pub struct Marks {
    /// Those that belong to a hidden layer.
    open: Vec<bool>,
    /// How many of them do.
    pub hidden: usize,
}

impl Marks {
    pub fn open(&mut self, hidden: bool) {
        self.open.push(hidden);
        self.hidden += usize::from(hidden);
    }

    pub fn close(&mut self) {
        let hidden = self.open.pop().unwrap_or(false);
        self.hidden -= usize::from(hidden);
    }
}
