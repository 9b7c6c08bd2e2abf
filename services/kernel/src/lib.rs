//! The pure ground every context stands on: ids, words, time, and the three shapes of the
//! system (`Decider`, `Projection`, `Refusal`) with the kit that tests them.
//!
//! Nothing here reads a clock, makes an id or touches a disk. Read on in this order:
//! [`ids`], [`text`], [`decider`], [`projection`], [`given`].

pub mod act;
pub mod asked;
pub mod codes;
pub mod decider;
pub mod given;
pub mod ids;
pub mod language;
pub mod narration;
pub mod projection;
pub mod recorded;
pub mod refusal;
pub mod return_code;
pub mod scalars;
pub mod scan;
pub mod secret;
pub mod spelling;
pub mod telephone;
pub mod text;
pub mod walk;

pub use act::{Act, Expected, Halt, Involved, Refused, Scene};
pub use asked::{Asked, Role};
pub use decider::{Decider, Event, Order, Upcast};
pub use given::given;
pub use ids::*;
pub use language::{Language, LanguageMode};
pub use narration::{Narration, Party, Thread, Waiting};
pub use projection::{Facet, Projection, Undecodable};
pub use recorded::{Meta, Position, Recorded, StreamId, Version};
pub use refusal::Refusal;
pub use return_code::ReturnCode;
pub use scan::{NoteFinding, NoteFindingKind};
pub use secret::{Sealed, Secret, Secrets};
pub use telephone::Telephone;
pub use text::{Line, Localized, Text};

#[doc(hidden)]
pub use {async_graphql, chrono, cqrs_es, serde, serde_json, strum, uuid};
