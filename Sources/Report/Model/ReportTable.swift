package import Values

/// A table as people read it: titled columns with a style each, and rows of cells.
package struct ReportTable: Sendable {
  /// `snake_case`; that of the result table where it shows one.
  package var id: String
  package var title: String
  package var columns: [Column]
  package var rows: [[Cell]]
  /// Rows of the whole list where `rows` holds only its beginning.
  package var totalRows: Int
  /// Where the pack has the whole list as CSV; nil where it has none.
  package var wholeList: String?
  /// The last row is a total and is set apart.
  package var hasTotal: Bool

  package init(
    id: String, title: String, columns: [Column], rows: [[Cell]], totalRows: Int? = nil,
    hasTotal: Bool = false
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.totalRows = totalRows ?? rows.count
    self.hasTotal = hasTotal
  }

  package struct Column: Sendable {
    package var title: String
    package var style: NumberStyle
    /// How the cells are coloured by value; nil for plain.
    package var shading: Shading?

    package init(_ title: String, _ style: NumberStyle, shading: Shading? = nil) {
      self.title = title
      self.style = style
      self.shading = shading
    }

    /// A column in the table style of its unit.
    package init(_ title: String, _ unit: Unit, shading: Shading? = nil) {
      self.init(title, .table(unit), shading: shading)
    }
  }

  /// Colour by value: a bar in the cell, or a scale from white to the accent colour. Columns of one
  /// table with the same scale share their minimum and maximum.
  package enum Shading: Sendable, Equatable {
    case bar
    case scale
  }

  package enum Cell: Sendable, Equatable {
    /// Data, or words in the language of the document.
    case text(String)
    /// In the unit of the column; money in major units, days as `Day.number`.
    case number(Double)
    case day(Day)
    /// Undefined or hidden, with the reason in short ("n < 5").
    case missing(String)
  }
}
