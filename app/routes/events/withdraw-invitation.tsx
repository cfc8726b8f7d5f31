export default function WithdrawInvitation() {
  return null;
}
