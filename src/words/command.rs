//! Help texts of the commands.
