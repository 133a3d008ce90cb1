import Diagnostics
import GRDB

/// The fixed tables of the store, by version; tables of facts and results come at run time.
///
/// `user_version` holds the version. A migration is never edited: a change is a new one.
enum StoreSchema {
  /// "clie", so that another program's database is not taken for a store.
  static let applicationID = 0x636C_6965

  static let migrations: [String] = [version1, version2, version3, version4]

  static func migrate(_ db: Database, path: String) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    guard application == applicationID || (application == 0 && tables == 0 && version == 0) else {
      throw Diagnostic(
        .data, "store-foreign", "the database belongs to another program", at: .init(path),
        help: "name another file with --store; a new one is filled from the exports")
    }
    guard version <= migrations.count else {
      throw Diagnostic(
        .data, "store-newer",
        "the store has schema \(version); this program knows schemas up to \(migrations.count)",
        at: .init(path),
        help: "use the newer clientele that wrote it, or name another file with --store")
    }
    guard version < migrations.count else { return }
    for migration in migrations[version...] { try db.execute(sql: migration) }
    try db.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(migrations.count);
        """)
  }

  /// Which fields each file had: a column that is gone is told against the file before.
  private static let version2 = """
    CREATE TABLE file_fields (
      file_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      field TEXT NOT NULL,
      PRIMARY KEY (file_id, position)
    ) STRICT, WITHOUT ROWID;
    """

  /// Customers who were erased, and where a file has their ids.
  private static let version3 = """
    CREATE TABLE erasure (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      salt TEXT NOT NULL                 -- of the digests
    ) STRICT;
    CREATE TABLE erased_customers (
      position INTEGER PRIMARY KEY,      -- in the order of the erasures
      digest TEXT NOT NULL UNIQUE        -- SHA-256 of salt and id
    ) STRICT;
    ALTER TABLE files ADD COLUMN customer_field INTEGER;  -- place of the id in a row, from 0
    """

  private static let version4 = """
    -- what the encoding was taken for, and how the file was read and why, a sentence a line
    ALTER TABLE files ADD COLUMN encoding_basis TEXT NOT NULL DEFAULT '';
    ALTER TABLE files ADD COLUMN reasons TEXT NOT NULL DEFAULT '';
    """

  private static let version1 = """
    CREATE TABLE files (
      id INTEGER PRIMARY KEY,
      position INTEGER NOT NULL UNIQUE,  -- a later position replaces an earlier one
      name TEXT NOT NULL,
      source TEXT NOT NULL,
      contract TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      settings_hash TEXT NOT NULL,
      key_columns TEXT NOT NULL,         -- names with a line break after each
      bytes INTEGER NOT NULL,
      encoding TEXT NOT NULL,
      delimiter TEXT NOT NULL,
      first_row INTEGER NOT NULL,        -- row_id of its first row in the table of the contract
      stored_rows INTEGER NOT NULL,
      read INTEGER NOT NULL,
      accepted INTEGER NOT NULL,
      merged INTEGER NOT NULL,
      rejected INTEGER NOT NULL,
      excluded INTEGER NOT NULL,
      withdrawn INTEGER NOT NULL,
      rounded INTEGER NOT NULL,
      CHECK (read = accepted + merged + rejected + excluded)
    ) STRICT;
    CREATE UNIQUE INDEX files_identity ON files (contract, sha256, settings_hash)
      WHERE sha256 <> '';

    CREATE TABLE file_rules (
      file_id INTEGER NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('rejected', 'excluded')),
      position INTEGER NOT NULL,
      rule TEXT NOT NULL,
      "column" TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (file_id, outcome, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE file_columns (
      file_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      unused TEXT NOT NULL,
      PRIMARY KEY (file_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE file_rates (
      file_id INTEGER NOT NULL,
      currency TEXT NOT NULL,
      day INTEGER NOT NULL,              -- days since 1970-01-01
      rate REAL,                         -- base currency for one unit; NULL where none was known
      PRIMARY KEY (file_id, currency, day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE file_voids (
      id TEXT NOT NULL,                  -- an order that the file contains in rows that were left out
      file_id INTEGER NOT NULL,
      PRIMARY KEY (id, file_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX file_voids_file ON file_voids (file_id);

    CREATE TABLE rejects (
      file_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      line INTEGER NOT NULL,
      "column" TEXT NOT NULL,
      rule TEXT NOT NULL,
      raw TEXT NOT NULL,
      PRIMARY KEY (file_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE fact_tables (
      contract TEXT PRIMARY KEY,
      key_columns TEXT NOT NULL,
      replaces_by TEXT,
      marks_stale TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE fact_columns (
      contract TEXT NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL COLLATE NOCASE,
      kind TEXT NOT NULL,
      family TEXT,
      member TEXT,
      PRIMARY KEY (contract, position),
      UNIQUE (contract, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE customer_ids (
      code INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE purchase_days (
      customer INTEGER NOT NULL,
      day INTEGER NOT NULL,              -- days since 1970-01-01
      rows INTEGER NOT NULL,
      orders INTEGER NOT NULL,
      gross INTEGER NOT NULL,            -- minor units
      returned INTEGER NOT NULL,
      margin INTEGER,
      PRIMARY KEY (customer, day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE purchase_days_state (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      settings_hash TEXT NOT NULL,
      has_margin INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE stale_customers (code INTEGER PRIMARY KEY) STRICT;
    CREATE VIEW purchase_days_readable AS
      SELECT i.id AS customer_id, date(p.day * 86400, 'unixepoch') AS day, p.rows, p.orders,
             p.gross, p.returned, p.margin
      FROM purchase_days p JOIN customer_ids i ON i.code = p.customer;

    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      as_of TEXT NOT NULL,
      step TEXT NOT NULL,
      settings_hash TEXT NOT NULL,
      UNIQUE (step, settings_hash, as_of)
    ) STRICT;
    CREATE TABLE measures (
      run_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      value REAL,
      unit TEXT NOT NULL,
      low REAL,
      high REAL,
      n INTEGER,
      reason TEXT,
      PRIMARY KEY (run_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW measures_readable AS
      SELECT r.as_of, r.step, m.id, m.value, m.unit, m.low, m.high, m.n, m.reason
      FROM runs r JOIN measures m ON m.run_id = r.id ORDER BY r.as_of, r.step, m.position;

    CREATE TABLE results (
      step TEXT NOT NULL,
      name TEXT NOT NULL,
      as_of TEXT NOT NULL,
      table_name TEXT NOT NULL UNIQUE,
      PRIMARY KEY (step, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE packs (
      hash TEXT PRIMARY KEY,
      as_of TEXT NOT NULL,
      folder TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

}
