/// A file about to be ingested: who it is and which columns its rows have.
package struct NewFile: Sendable {
  /// The name as reports show it.
  package var name: String
  /// The path as the pipeline or the command line gives it.
  package var source: String
  /// SHA-256 of the bytes in hexadecimal; empty where it cannot be known before.
  package var sha256: String
  /// Hash of the settings that decide how the bytes are read.
  package var settingsHash: String
  package var bytes: Int
  /// Names of the columns of its batches, in their order.
  package var columns: [String]
  /// The columns that make the key in this file: `order_id` and `line`, or `order_id` and `product`.
  ///
  /// Empty where every row counts. Otherwise the first key column of the shape comes first.
  package var key: [String]
  /// Where the customer's id stands in a row of the file, from 0; nil where the file has none.
  package var customerField: Int?

  package init(
    name: String, source: String, sha256: String, settingsHash: String, bytes: Int = 0,
    columns: [String], key: [String], customerField: Int? = nil
  ) {
    self.name = name
    self.source = source
    self.sha256 = sha256
    self.settingsHash = settingsHash
    self.bytes = bytes
    self.columns = columns
    self.key = key
    self.customerField = customerField
  }
}

/// What the reader of a file found, told when its last row is in.
package struct FileOutcome: Sendable {
  /// Rows read: those appended, rejected and excluded.
  package var read: Int
  package var rejected: Int
  package var excluded: Int
  package var rounded: Int
  package var encoding: String
  /// What the encoding was taken for.
  package var encodingBasis: String
  /// How the file was read and why, a sentence each, without line breaks.
  package var reasons: [String]
  package var delimiter: String
  package var rejectedByRule: [RuleRows]
  package var excludedByRule: [RuleRows]
  package var unusedColumns: [String]
  /// Exchange rates that amounts were converted with.
  package var usedRates: [UsedRate]

  package init(
    read: Int, rejected: Int = 0, excluded: Int = 0, rounded: Int = 0,
    encoding: String = "UTF-8",
    encodingBasis: String = "ASCII", reasons: [String] = [], delimiter: String = ",",
    rejectedByRule: [RuleRows] = [], excludedByRule: [RuleRows] = [],
    unusedColumns: [String] = [], usedRates: [UsedRate] = []
  ) {
    self.read = read
    self.rejected = rejected
    self.excluded = excluded
    self.rounded = rounded
    self.encoding = encoding
    self.encodingBasis = encodingBasis
    self.reasons = reasons
    self.delimiter = delimiter
    self.rejectedByRule = rejectedByRule
    self.excludedByRule = excludedByRule
    self.unusedColumns = unusedColumns
    self.usedRates = usedRates
  }
}

/// Rows of a file that one rule rejected or excluded.
package struct RuleRows: Sendable, Equatable {
  package var rule: String
  package var column: String
  package var rows: Int

  package init(rule: String, column: String, rows: Int) {
    self.rule = rule
    self.column = column
    self.rows = rows
  }
}

/// An exchange rate that rows of a file needed: when it changes, the file is to be read again.
package struct UsedRate: Sendable, Equatable {
  package var currency: String
  /// Days since 1970-01-01.
  package var day: Int32
  /// Base currency for one unit; nil where none was known.
  package var rate: Double?

  package init(currency: String, day: Int32, rate: Double?) {
    self.currency = currency
    self.day = day
    self.rate = rate
  }
}
