//! Tidy tables as Parquet, compressed with Snappy, with the same Data Package
//! beside them as the CSV files have.
//!
//! Text is UTF-8 (`STRING`), counts are `INT64`, shares `DOUBLE`; any column may
//! be null. Each file says in its own metadata, under `plan`, where it comes
//! from, so that a table taken from the folder does not lose its origin.

use std::io;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use super::origin::Origin;
use super::tables::{Column, Kind, Table, Value, tables};
use super::{Exported, Files, package};
use crate::report::json::PROGRAM;
use crate::words::Lang;

/// A file a table, and `datapackage.json`.
pub fn files(exported: &Exported, lang: Lang) -> io::Result<Files> {
    let tables = tables(exported, lang);
    let mut files = vec![package::file(exported, &tables, "parquet", lang)?];
    let origin = serde_json::to_string(&Origin::of(exported))?;
    let properties = WriterProperties::builder()
        .set_created_by(format!("{} version {}", PROGRAM.name, PROGRAM.version))
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(vec![KeyValue::new("plan".to_owned(), origin)]))
        .build();
    let properties = Arc::new(properties);
    for table in &tables {
        let content = file(table, properties.clone()).map_err(io::Error::other)?;
        files.push((format!("{}.parquet", table.name), content));
    }
    Ok(files)
}

fn file(table: &Table, properties: WriterPropertiesPtr) -> Result<Vec<u8>> {
    let mut content = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut content, schema(table)?, properties)?;
    let mut rows = writer.next_row_group()?;
    for (at, column) in table.columns.iter().enumerate() {
        let to = rows.next_column()?.ok_or_else(|| {
            ParquetError::General(format!("no column for {}.{}", table.name, column.name))
        })?;
        let values = table.rows.iter().map(|row| &row[at]);
        match column.kind {
            Kind::Text => write::<ByteArrayType>(to, values.map(text))?,
            Kind::Integer => write::<Int64Type>(to, values.map(integer))?,
            Kind::Number => write::<DoubleType>(to, values.map(number))?,
            Kind::Boolean => write::<BoolType>(to, values.map(boolean))?,
        }
    }
    rows.close()?;
    writer.close()?;
    Ok(content)
}

fn schema(table: &Table) -> Result<TypePtr> {
    let fields = table.columns.iter().map(field).collect::<Result<_>>()?;
    let schema = Type::group_type_builder(table.name).with_fields(fields);
    schema.build().map(Arc::new)
}

fn field(column: &Column) -> Result<TypePtr> {
    let (physical, logical) = match column.kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Integer => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Boolean => (Physical::BOOLEAN, None),
    };
    Type::primitive_type_builder(column.name, physical)
        .with_logical_type(logical)
        .with_repetition(Repetition::OPTIONAL)
        .build()
        .map(Arc::new)
}

/// Writes a column: which rows have a value, and the values.
fn write<T: DataType>(
    mut to: SerializedColumnWriter,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<()> {
    let mut present = Vec::new();
    let mut written = Vec::new();
    for value in values {
        present.push(i16::from(value.is_some()));
        written.extend(value);
    }
    to.typed::<T>()
        .write_batch(&written, Some(&present), None)?;
    to.close()
}

fn text(value: &Value) -> Option<ByteArray> {
    match value {
        Value::Text(text) => Some(ByteArray::from(&**text)),
        _ => None,
    }
}

fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(count) => Some(*count),
        _ => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Boolean(value) => Some(*value),
        _ => None,
    }
}
