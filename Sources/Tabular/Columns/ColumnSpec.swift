package import Values

/// One column to read: where it stands, what its values are, and what a row must satisfy.
package struct ColumnSpec: Sendable {
  package enum Kind: Sendable {
    /// UTF-8, kept as it is.
    case text
    /// An id, kept as a `PackedKey`.
    case key
    /// One of few texts; with `levels` no other is accepted.
    case category(levels: [String]?)
    case integer(range: ClosedRange<Int64>?)
    case number(range: ClosedRange<Double>?)
    /// Minor units of the currency; decimals beyond it are rounded half away from zero.
    case money(Currency, range: ClosedRange<Int64>?)
    /// Units of 10^-scale; decimals beyond the scale are rounded half away from zero.
    case decimal(scale: Int, range: ClosedRange<Int64>?)
    /// Days since 1970-01-01; a date-time gives its local day.
    case day(ReportZone)
    /// Local seconds since 1970-01-01T00:00:00; a date gives its midnight.
    case instant(ReportZone)
  }

  /// The field of the contract: what a reject names.
  package var name: String
  package var kind: Kind
  /// The position of the column in the file; nil for a column that the file does not have.
  package var source: Int?
  /// An empty field rejects the row.
  package var isRequired: Bool
  /// Values are kept; else they are only checked.
  package var isKept: Bool
  /// How its values are written.
  package var form: ColumnForm

  package init(
    _ name: String, _ kind: Kind, at source: Int?, isRequired: Bool = false, isKept: Bool = true,
    form: ColumnForm = .plain
  ) {
    self.name = name
    self.kind = kind
    self.source = source
    self.isRequired = isRequired
    self.isKept = isKept
    self.form = form
  }
}

/// What becomes of a time that is written with its zone.
///
/// A time without a zone is local time as written, always.
package enum ReportZone: Sendable {
  /// The local time that is written; its zone is dropped.
  case asWritten
  /// Converted to the zone this many seconds east of UTC.
  case fixed(offsetSeconds: Int32)
  /// Converted by a rule from seconds of UTC since 1970 to seconds east of UTC.
  case rule(@Sendable (Int64) -> Int32)
}
