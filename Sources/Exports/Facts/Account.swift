import Values

/// What became of every row that was read, file by file and rule by rule.
///
/// `read = accepted + merged + rejected + excluded` holds for every file.
package struct Account: Sendable, Equatable {
  package var files: [FileAccount]

  package init(files: [FileAccount] = []) { self.files = files }
}

/// What became of the rows of one file.
package struct FileAccount: Sendable, Equatable {
  /// The name as the pipeline or the command line gives it.
  package var file: String
  package var contract: String
  /// SHA-256 of the bytes, in hexadecimal; empty for standard input.
  package var sha256: String
  /// "UTF-8", "GB18030".
  package var encoding: String
  /// What it was taken for: "order mark", "header", "chosen".
  package var encodingBasis: String
  /// How the file was read and why, a sentence each: encoding, delimiter, lines passed over.
  package var reasons: [String]
  package var delimiter: String
  package var read: Int
  /// Rows whose key was new.
  package var accepted: Int
  /// Rows whose key was there: the later one stands.
  package var merged: Int
  /// Rows that broke a rule; each is in the reject file.
  package var rejected: Int
  /// Rows left out by a rule of the pipeline.
  package var excluded: Int
  /// Earlier rows of orders that this file contains and no longer lists.
  package var withdrawn: Int
  /// Amounts with more decimals than the currency has; rounded half away from zero.
  package var rounded: Int
  /// Rejected rows by their first rule (`date`, `required`, …) and column.
  package var rejectedByRule: [RuleCount]
  /// Excluded rows by the pipeline's rule.
  package var excludedByRule: [RuleCount]
  /// Columns of the file that no field of the contract takes.
  package var unusedColumns: [String]
  /// What was decided of columns that are not written plainly, when they were read:
  /// `amount: decimal comma; …`. Empty for a file that was read earlier.
  package var forms: [String]
  /// Of the merged rows those whose key came earlier in the same file; known when it was just read.
  package var repeated: Int

  package struct RuleCount: Sendable, Equatable {
    package var rule: String
    package var column: String
    package var rows: Int

    package init(rule: String, column: String, rows: Int) {
      self.rule = rule
      self.column = column
      self.rows = rows
    }
  }

  package init(
    file: String, contract: String, sha256: String = "", encoding: String = "UTF-8",
    encodingBasis: String = "ASCII", reasons: [String] = [], delimiter: String = ",", read: Int = 0,
    accepted: Int = 0, merged: Int = 0, rejected: Int = 0,
    excluded: Int = 0, withdrawn: Int = 0, rounded: Int = 0, rejectedByRule: [RuleCount] = [],
    excludedByRule: [RuleCount] = [], unusedColumns: [String] = [], forms: [String] = [],
    repeated: Int = 0
  ) {
    self.file = file
    self.contract = contract
    self.sha256 = sha256
    self.encoding = encoding
    self.encodingBasis = encodingBasis
    self.reasons = reasons
    self.delimiter = delimiter
    self.read = read
    self.accepted = accepted
    self.merged = merged
    self.rejected = rejected
    self.excluded = excluded
    self.withdrawn = withdrawn
    self.rounded = rounded
    self.rejectedByRule = rejectedByRule
    self.excludedByRule = excludedByRule
    self.unusedColumns = unusedColumns
    self.forms = forms
    self.repeated = repeated
  }

  /// Whether every row that was read is accounted for.
  package var isBalanced: Bool { read == accepted + merged + rejected + excluded }
}
