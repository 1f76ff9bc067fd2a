"""The workshop page: ten steps from the sales values to the printed plan, in a form a room can follow."""
