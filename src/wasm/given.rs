//! What JavaScript gives, as the types that stand for it. Written here because the libraries for it say what was given
//! instead, a float among it, and the code that writes floats is a fiftieth of what a first visit loads.

use std::fmt;

use js_sys::{Array, Error, Object, Reflect};
use serde::de::value::{MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{self, DeserializeOwned, Deserializer, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// Takes a value apart into a type; an error where it was called wrongly.
pub fn given<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    T::deserialize(Given(value)).map_err(|Wrong(words)| Error::new(&words).into())
}

struct Given(JsValue);

/// Why a value is not what was wanted.
#[derive(Debug)]
struct Wrong(String);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(words: T) -> Self {
        Wrong(words.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, wanted: &dyn de::Expected) -> Self {
        Wrong(format!("{wanted} was expected"))
    }

    fn invalid_value(_: Unexpected<'_>, wanted: &dyn de::Expected) -> Self {
        Wrong(format!("{wanted} was expected"))
    }
}

impl IntoDeserializer<'_, Wrong> for Given {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Given {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let Given(value) = self;
        if let Some(text) = value.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(number) = value.as_f64() {
            let whole = number as i64;
            return match whole as f64 == number {
                true => visitor.visit_i64(whole),
                false => visitor.visit_f64(number),
            };
        }
        if let Some(truth) = value.as_bool() {
            return visitor.visit_bool(truth);
        }
        // By what it is, not by its class: a frame has classes of its own.
        if Array::is_array(&value) {
            let list: Array = value.unchecked_into();
            return visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(Given)));
        }
        if !value.is_object() {
            return visitor.visit_unit();
        }
        let pairs = Object::entries(value.unchecked_ref()).into_iter();
        visitor.visit_map(MapDeserializer::new(pairs.map(|pair| {
            let pair: &Array = pair.unchecked_ref();
            (Given(pair.get(0)), Given(pair.get(1)))
        })))
    }

    /// Asks for the fields it has: what else there is may be large.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let Given(value) = self;
        if !value.is_object() {
            return Err(Wrong(format!("{name} was expected")));
        }
        let fields = fields.iter().filter_map(|&field| {
            let found = Reflect::get(&value, &JsValue::from_str(field)).ok()?;
            (!found.is_undefined()).then_some((field, Given(found)))
        });
        visitor.visit_map(MapDeserializer::new(fields))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.is_null() || self.0.is_undefined() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let text = self.0.as_string();
        let text = text.ok_or_else(|| Wrong(format!("{name} was expected")))?;
        visitor.visit_enum(StringDeserializer::new(text))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq
        tuple tuple_struct map identifier ignored_any
    }
}
