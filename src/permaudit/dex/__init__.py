"""Our own reading of Dalvik bytecode: tables, lock-step decoding, columns, symbols and the class hierarchy."""
