-- Whoever runs the installation, with the owner's connection on its command line, finds a partnership by its address in order to
-- let somebody into it. The policy is the owner's alone: the application's own role sees no more than before, and the owner sees
-- nothing but the partnership's own row.
create policy found_by_operator on partnership for select to current_user using (true);
