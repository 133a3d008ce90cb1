package import Values

/// The declaration of one kind of export: its columns, their rules, its key.
///
/// Header mapping, validation, the table in the store, the reject reasons, `clientele contracts`
/// and its JSON form all come from this one declaration.
package struct Contract: Sendable {
  /// YAML key, option of `clientele stage`, table in the store: `orders`.
  package let name: String
  package let summary: Phrase
  package let fields: [Field]
  package let families: [Family]
  /// Fields whose values together say which row it is; empty where every row counts.
  ///
  /// Fields of the key that the file does not have are left out; without the first one every row
  /// counts and nothing merges.
  package let key: [String]
  /// A later file replaces all rows that share this field with one of its own (the lines of an
  /// order); nil where it replaces row by row.
  package let replacesBy: String?
  /// Header names of usual exports of other programs, by field.
  package let presets: [Preset]

  package init(
    _ name: String, _ summary: Phrase, key: [String], replacesBy: String? = nil, fields: [Field],
    families: [Family] = [], presets: [Preset] = []
  ) {
    self.name = name
    self.summary = summary
    self.key = key
    self.replacesBy = replacesBy
    self.fields = fields
    self.families = families
    self.presets = presets
  }

  package func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The field that dates a row: facts after the as-of date are left out by it.
  package var dateField: Field? { fields.first(where: \.datesRow) }
}

/// One declared column.
package struct Field: Sendable {
  package enum Kind: Sendable, Equatable {
    /// An id: exact text, never a number.
    case key
    case text
    /// Text with few distinct values.
    case category
    case integer(ClosedRange<Int64>)
    case number(ClosedRange<Double>)
    /// An amount in the currency of the row.
    case money
    case day
    case instant
    /// An ISO 4217 code.
    case currency
    /// One of a closed list.
    case level([String])
  }

  package let name: String
  package let kind: Kind
  package let isRequired: Bool
  /// The unit in words where the kind does not say it: `hours`.
  package let unit: String?
  package let meaning: Phrase
  /// Other header names; matched without regard to case, spaces, underscores and full width.
  package let aliases: [String]
  package let datesRow: Bool

  package init(
    _ name: String, _ kind: Kind, required: Bool = false, unit: String? = nil,
    datesRow: Bool = false,
    _ meaning: Phrase, aliases: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = required
    self.unit = unit
    self.datesRow = datesRow
    self.meaning = meaning
    self.aliases = aliases
  }
}

/// Many columns of one kind whose headers share a form: `item_*`, `e1`…`e22`.
package struct Family: Sendable {
  /// `item`: columns in the store are `item_1`, `item_speed`.
  package let name: String
  package let kind: Field.Kind
  package let meaning: Phrase
  /// Header prefixes; what follows (digits, or any text after `_`) names the member.
  package let prefixes: [Prefix]

  package struct Prefix: Sendable {
    package let text: String
    /// The rest must be a number: `e1`, not `email`.
    package let digitsOnly: Bool

    package init(_ text: String, digitsOnly: Bool = false) {
      self.text = text
      self.digitsOnly = digitsOnly
    }
  }

  package init(_ name: String, _ kind: Field.Kind, _ meaning: Phrase, prefixes: [Prefix]) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.prefixes = prefixes
  }
}

/// Header names of the usual export of another program.
package struct Preset: Sendable {
  /// `zoho-crm`, `fxiaoke`.
  package let name: String
  /// Field name to header names.
  package let headers: [(field: String, headers: [String])]

  package init(_ name: String, _ headers: [(field: String, headers: [String])]) {
    self.name = name
    self.headers = headers
  }
}
