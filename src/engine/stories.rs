//! Stories of the journal, told against a home in memory: what a person does, and what must be true afterwards.

mod backups;
mod backups_laws;
mod backups_merged;
mod changes;
mod check_ins;
mod damage;
mod forgetting;
mod full;
mod keeping;
mod lapses;
mod locks;
mod logged;
mod meetings;
mod packing;
mod people;
mod plans;
mod property;
mod sealed_backups;
mod strategies;
mod summary;
mod tabs;
mod undoing;
mod week;
mod week_deleted;
mod week_kept;
mod world;
