//! Layers of a PDF that are switched off.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier};
use hayro_syntax::page::Resources;

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
    pub fn is_hidden_mark(&self, operands: &[&Object], resources: &Resources) -> bool {
        match operands {
            [Object::Name(tag), Object::Name(name)]
                if !self.layers.is_empty() && tag.as_ref() == b"OC" =>
            {
                resources
                    .properties
                    .get::<Dict>(name)
                    .is_some_and(|layer| self.is_off(&layer))
            }
            _ => false,
        }
    }

    /// A form or a picture that belongs to a layer.
    pub fn is_hidden_object(&self, dict: &Dict) -> bool {
        !self.layers.is_empty()
            && dict
                .get::<Dict>(b"OC")
                .is_some_and(|layer| self.is_off(&layer))
    }

    fn is_off(&self, layer: &Dict) -> bool {
        let off = |layer: &Dict| layer.obj_id().is_some_and(|id| self.layers.contains(&id));
        let member = layer.get::<Dict>(b"OCGs");
        off(layer) || member.is_some_and(|layer| off(&layer))
    }
}
