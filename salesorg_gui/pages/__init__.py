"""The pages of the analysis panel: each asks one question of the chart on show and answers it in words and figures."""
