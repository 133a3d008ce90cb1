import CXLSXWriter
import Diagnostics
import Values

/// How a cell looks; equal looks share one format of the workbook.
struct CellLook: Hashable {
  enum Alignment: Hashable { case left, centre, right }
  enum Border: Hashable { case none, thin, thick, gap }

  var size = 10.0
  var bold = false
  var italic = false
  var underline = false
  var colour = Palette.ink.rgb
  var fill: UInt32?
  var numberFormat: String?
  var alignment = Alignment.left
  var wraps = false
  var isTop = false
  var indent: UInt8 = 0
  var top = Border.none
  var bottom = Border.none
  var right = Border.none

  static let title = CellLook(size: 18, bold: true, colour: Palette.accent.rgb)
  static let question = CellLook(size: 11, italic: true, colour: Palette.grey.rgb, wraps: true)
  static let headline = CellLook(size: 13, bold: true, wraps: true)
  static let heading = CellLook(size: 12, bold: true, colour: Palette.accent.rgb)
  static let paragraph = CellLook(wraps: true, isTop: true)
  static let note = CellLook(size: 9, colour: Palette.grey.rgb, wraps: true, isTop: true)
  static let link = CellLook(underline: true, colour: Palette.accent.rgb)
  static let data = CellLook(size: 9, colour: Palette.grey.rgb)
}

/// The formats of one workbook, made at first use.
final class CellFormats {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let font: String
  private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>, font: String) {
    self.workbook = workbook
    self.font = font
  }

  func format(_ look: CellLook) throws(Diagnostic) -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[look] { return format }
    let format = try WorkbookLibrary.made(workbook_add_format(workbook), "format")
    format_set_font_name(format, font)
    format_set_font_size(format, look.size)
    format_set_font_color(format, lxw_color_t(look.colour))
    if look.bold { format_set_bold(format) }
    if look.italic { format_set_italic(format) }
    if look.underline { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if look.wraps { format_set_text_wrap(format) }
    if look.indent > 0 { format_set_indent(format, look.indent) }
    if let fill = look.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, lxw_color_t(fill))
      format_set_fg_color(format, lxw_color_t(fill))
    }
    if let numberFormat = look.numberFormat { format_set_num_format(format, numberFormat) }
    switch look.alignment {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    let vertical = look.isTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(format, UInt8(vertical.rawValue))
    border(look.top, format, format_set_top, format_set_top_color)
    border(look.bottom, format, format_set_bottom, format_set_bottom_color)
    border(look.right, format, format_set_right, format_set_right_color)
    formats[look] = format
    return format
  }

  private func border(
    _ border: CellLook.Border, _ format: UnsafeMutablePointer<lxw_format>,
    _ setStyle: (UnsafeMutablePointer<lxw_format>?, UInt8) -> Void,
    _ setColour: (UnsafeMutablePointer<lxw_format>?, lxw_color_t) -> Void
  ) {
    switch border {
    case .none: return
    case .thin:
      setStyle(format, UInt8(LXW_BORDER_THIN.rawValue))
      setColour(format, lxw_color_t(Palette.lightGrey.rgb))
    case .thick:
      setStyle(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
      setColour(format, lxw_color_t(Palette.accent.rgb))
    case .gap:
      setStyle(format, UInt8(LXW_BORDER_THICK.rawValue))
      setColour(format, lxw_color_t(Palette.white.rgb))
    }
  }
}
