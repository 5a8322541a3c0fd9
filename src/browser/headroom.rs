//! Room for a program, taken at once.

/// More bytes than an ordinary session needs.
const ROOM: usize = 16 << 20;

/// Has the memory of the program grow once, before any of its parts shares it.
///
/// A part that `WebKitGTK` 2.50 was running when the memory grew has been seen to go by the memory as it
/// was ("Out of bounds memory access"). The allocator keeps what is given back to it, and what nobody
/// has written to takes nothing from the computer.
pub fn take_room() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
}
