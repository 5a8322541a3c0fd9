//! Envelopes against the outside: published vectors, every way a file can be
//! wrong, and properties that hold for any bytes.

mod device;
mod fault_files;
mod faults;
mod kinds;
mod letter;
mod properties;
mod vectors;
