//! A page of a list, the Relay way. The ready-made connection says nothing of itself in the
//! schema; this one does, and counts.

use std::borrow::Cow;

use async_graphql::{Object, OutputType, SimpleObject, TypeName};

/// A Relay page of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<Row> {
    /// The rows with their cursors, in the order of the list.
    pub edges: Vec<Edge<Row>>,
    /// Whether there are rows before the page.
    pub has_previous_page: bool,
    /// Whether there are rows after the page.
    pub has_next_page: bool,
    /// How many rows match, on every page.
    pub total_count: u64,
}

/// A row with its place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge<Row> {
    /// Its place in the order of the list.
    pub cursor: String,
    /// The row.
    pub node: Row,
}

/// Where a page stands in its list.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct PageInfo {
    /// Whether there are rows before the page.
    pub has_previous_page: bool,
    /// Whether there are rows after the page.
    pub has_next_page: bool,
    /// The cursor of the first row; null when the page is empty. Give it as `before` to go back.
    pub start_cursor: Option<String>,
    /// The cursor of the last row; null when the page is empty. Give it as `after` to go on.
    pub end_cursor: Option<String>,
}

impl<Row> Page<Row> {
    /// A page of rows, each with its cursor.
    pub fn new(rows: Vec<(String, Row)>, previous: bool, next: bool, total_count: u64) -> Self {
        let edges = rows.into_iter().map(|(cursor, node)| Edge { cursor, node }).collect();
        Self { edges, has_previous_page: previous, has_next_page: next, total_count }
    }
}

/// A page of a list, with how many rows the whole list has.
#[Object(name_type)]
#[allow(clippy::unused_async, reason = "async-graphql wants asynchronous resolvers")]
impl<Row: OutputType> Page<Row> {
    /// The rows with their cursors, in the order of the list.
    async fn edges(&self) -> &[Edge<Row>] {
        &self.edges
    }

    /// The rows without cursors, in the order of the list.
    async fn nodes(&self) -> Vec<&Row> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }

    /// Where the page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo {
            has_previous_page: self.has_previous_page,
            has_next_page: self.has_next_page,
            start_cursor: self.edges.first().map(|edge| edge.cursor.clone()),
            end_cursor: self.edges.last().map(|edge| edge.cursor.clone()),
        }
    }

    /// How many rows match, on every page.
    async fn total_count(&self) -> u64 {
        self.total_count
    }
}

impl<Row: OutputType> TypeName for Page<Row> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", Row::type_name()).into()
    }
}

/// A row with its place in the list.
#[Object(name_type)]
#[allow(clippy::unused_async, reason = "async-graphql wants asynchronous resolvers")]
impl<Row: OutputType> Edge<Row> {
    /// Its place in the order of the list; give it as `after` or `before`.
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// The row.
    async fn node(&self) -> &Row {
        &self.node
    }
}

impl<Row: OutputType> TypeName for Edge<Row> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", Row::type_name()).into()
    }
}
