package import Pipeline

/// All stages, in the order of the help: one line a stage.
package let registry = StageRegistry([])
