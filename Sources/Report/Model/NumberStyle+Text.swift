package import Values

extension NumberStyle {
  /// The figure as text in a language. Placeholder: to be completed with the renderers.
  package func text(_ value: Double, _ language: Language) -> String { String(value) }
}
